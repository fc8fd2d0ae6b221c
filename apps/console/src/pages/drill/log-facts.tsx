import type { DrillResult } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { useNumber } from '../compliance/balances/use-number.ts';

/** Where the log stood, and no more than that proves. */
export function LogFacts({ log: { size, root, records, pending } }: Pick<DrillResult, 'log'>): ReactNode {
  const say = useText(drillText);
  const number = useNumber();
  return (
    <Section title={say('log')}>
      <dl className="facts">
        <dt>{say('log.size')}</dt>
        <dd>{number(size)}</dd>
        <dt>{say('log.root')}</dt>
        <dd>
          <code className="code">{root}</code>
        </dd>
        <dt>{say('log.records')}</dt>
        <dd>{say('log.stood', { records: number(records), pending: number(pending) })}</dd>
      </dl>
      <p className="soft">{say('log.proves')}</p>
    </Section>
  );
}
