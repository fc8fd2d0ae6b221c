import { FINDINGS_TOLD_MAX } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../../api.ts';
import { packsText } from '../../../i18n/packs.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { ProblemAlert } from '../../problem-alert.tsx';

/** Why a pack is not taken: each thing that is wrong, with its place in the file. */
export function Faults({ error }: { error: Error | null }): ReactNode {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  if (!(error instanceof ApiProblem) || error.findings.length === 0) return <ProblemAlert error={error} />;
  const { findings, title } = error;
  const isCut = findings.length === FINDINGS_TOLD_MAX;
  return (
    <>
      <Alert
        className="problem"
        type="error"
        showIcon
        title={title}
        description={isCut ? say('faults.first', { count: findings.length }) : undefined}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows */}
      <section className="cells" aria-label={say('faults')} tabIndex={0}>
        <ul className="plain-list pack-lines">
          {findings.map(({ pointer, message }) => (
            <li key={`${pointer} ${message.zh}`}>
              {message[language]}
              <span className="means code">{pointer === '' ? say('fault.whole') : pointer}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
