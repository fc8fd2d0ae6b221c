import type { BranchSheetBody } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { branchesText } from '../../../i18n/branches.ts';
import { useText } from '../../../i18n/use-text.ts';

/** What a look at the workbook found: everything that is to be mended, by cell, or what would be made of it. */
export function Checked({ outcome }: { outcome: BranchSheetBody }): ReactNode {
  const say = useText(branchesText);
  const { wanted, findings, findingCount } = outcome;
  if (findingCount > 0) {
    const first = findingCount > findings.length ? say('sheet.findings.first', { count: findings.length }) : '';
    const said = `${say('sheet.findings', { count: findingCount })}${first}${say('sheet.mend')}`;
    return (
      <>
        <Alert type="error" showIcon title={said} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows */}
        <section className="cells" aria-label={say('sheet.list')} tabIndex={0}>
          <ul className="plain-list">
            {findings.map(({ cell, code, title }) => (
              <li key={`${cell} ${code}`}>
                <strong>{cell}</strong>
                <span>{title}</span>
              </li>
            ))}
          </ul>
        </section>
      </>
    );
  }
  if (wanted.branches === 0) return <Alert type="warning" showIcon title={say('sheet.nothing')} />;
  const added = say(wanted.invitations === 0 ? 'sheet.clean.alone' : 'sheet.clean', wanted);
  return <Alert type="success" showIcon title={added} />;
}
