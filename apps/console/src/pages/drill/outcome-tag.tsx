import type { DrillBalance, DrillSummary } from '@suyuan/api/drills';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';

const COLOURS = { holds: 'success', off: 'error', untold: 'warning' } as const;

/** Whether amounts add up. */
export function OutcomeTag({ outcome }: Pick<DrillSummary | DrillBalance, 'outcome'>): ReactNode {
  const say = useText(drillText);
  return <Tag color={COLOURS[outcome]}>{say(`outcome.${outcome}`)}</Tag>;
}
