import type { ClockState, Duty } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { dueIn } from './due-in.ts';
import { useDueWords } from './use-due-words.ts';

const COLOURS: Readonly<Record<ClockState, string>> = {
  overdue: 'error',
  open: 'default',
  paused: 'default',
  unknown: 'warning',
  done: 'success',
  late: 'warning',
  stopped: 'default',
};
/** The week of the overview. */
const SOON_DAYS = 7;

/** How a duty stands: red where it is overdue, yellow where it soon would be. */
export function DueTag({ duty }: { duty: Duty }): ReactNode {
  const wordsOf = useDueWords();
  return (
    <Tag className="due-tag" color={duty.state === 'open' && isSoon(duty) ? 'warning' : COLOURS[duty.state]}>
      {wordsOf(duty)}
    </Tag>
  );
}

function isSoon(duty: Duty): boolean {
  const due = dueIn(duty, Date.now());
  return due !== undefined && (due.unit !== 'day' || due.count < SOON_DAYS);
}
