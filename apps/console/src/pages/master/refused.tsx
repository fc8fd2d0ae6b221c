import { FINDINGS_TOLD_MAX } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../api.ts';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import './master.css';

/** Why nothing was stored: each thing that is wrong, by row and column where it came in a file. */
export function Refused({ error }: { error: Error | null }): ReactNode {
  const say = useText(masterText);
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
        description={isCut ? say('file.refused.first', { count: findings.length }) : undefined}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows */}
      <section className="cells refused" aria-label={say('file.refused')} tabIndex={0}>
        <ul className="plain-list">
          {findings.map(({ pointer, value, message }) => (
            <li key={`${pointer} ${message.zh}`}>
              {message[language]}
              {value === '' ? null : <span className="means code">{say('file.found', { value })}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
