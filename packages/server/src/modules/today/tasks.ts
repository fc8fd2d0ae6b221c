/** Puts what modules have counted into the order in which it is done. Pure. */
import { TASK_KINDS, type Task, URGENCIES, type Urgency } from '@suyuan/api';

export interface Counted {
  readonly late: number;
  readonly soon: number;
  /** The last day of the first of them. */
  readonly day: string | undefined;
}

/** One that is late tells all: what is soon is on the page that it leads to. */
export function dated(
  task: Pick<Task, 'kind' | 'pack' | 'item' | 'name'>,
  { late, soon, day }: Counted,
): readonly Task[] {
  const urgency: Urgency = late > 0 ? 'late' : 'soon';
  const count = late > 0 ? late : soon;
  return count === 0 ? [] : [{ ...task, urgency, count, ...(day === undefined ? {} : { day }) }];
}

export function waiting(task: Pick<Task, 'kind' | 'pack' | 'item' | 'name'>, count: number): readonly Task[] {
  return count === 0 ? [] : [{ ...task, urgency: 'open', count }];
}

export function inOrder(tasks: readonly Task[]): Task[] {
  return tasks.toSorted(
    (a, b) =>
      URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
      dayOf(a).localeCompare(dayOf(b)) ||
      TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind) ||
      b.count - a.count,
  );
}

const LAST_DAY = '9999-12-31';
const dayOf = ({ day }: Task): string => day ?? LAST_DAY;
