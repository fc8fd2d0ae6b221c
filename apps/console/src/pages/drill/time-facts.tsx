import { DRILL_HOURS, type DrillResult } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { useSeconds } from './use-seconds.ts';

const HOUR_MS = 3_600_000;

/** How long each part took, and all of it against what is usually allowed. */
export function TimeFacts({ times: { upMs, downMs, balanceMs, totalMs } }: Pick<DrillResult, 'times'>): ReactNode {
  const say = useText(drillText);
  const seconds = useSeconds();
  const told = (ms: number): string => say('seconds', { seconds: seconds(ms) });
  const isWithin = totalMs <= DRILL_HOURS * HOUR_MS;
  return (
    <Section title={say('times')}>
      <dl className="facts">
        <dt>{say('times.up')}</dt>
        <dd>{told(upMs)}</dd>
        <dt>{say('times.down')}</dt>
        <dd>{told(downMs)}</dd>
        <dt>{say('times.balance')}</dt>
        <dd>{told(balanceMs)}</dd>
        <dt>{say('times.total')}</dt>
        <dd>{say(isWithin ? 'times.within' : 'times.over', { seconds: seconds(totalMs), hours: DRILL_HOURS })}</dd>
      </dl>
    </Section>
  );
}
