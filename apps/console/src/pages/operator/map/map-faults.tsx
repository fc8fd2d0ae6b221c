import { FINDINGS_TOLD_MAX } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../../api.ts';
import { mapText } from '../../../i18n/map.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { ProblemAlert } from '../../problem-alert.tsx';

/** Why a file is not taken: each thing that is wrong, with its place. */
export function MapFaults({ error }: { error: Error | null }): ReactNode {
  const say = useText(mapText);
  const [{ language }] = useSettings();
  if (!(error instanceof ApiProblem) || error.findings.length === 0) return <ProblemAlert error={error} />;
  const { findings, title } = error;
  const isCut = findings.length === FINDINGS_TOLD_MAX;
  const told = [...new Set(findings.map(({ message }) => message[language]))];
  return (
    <>
      <Alert
        className="problem"
        type="error"
        showIcon
        title={title}
        description={`${isCut ? say('faults.first', { count: findings.length }) : ''}${say('faults.ask')}`}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows */}
      <section className="cells" aria-label={say('faults')} tabIndex={0}>
        <ul className="plain-list map-faults">
          {told.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
