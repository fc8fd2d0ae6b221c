import type { TraceEventRow } from '@suyuan/api';
import type { ReactNode } from 'react';
import { ShowMore, useFirst } from './show-more.tsx';
import { Step } from './step.tsx';
import type { NameOf } from './use-trace.ts';

/** Every step in its order, those of others among one's own. */
export function StepList({ events, nameOf }: { events: readonly TraceEventRow[]; nameOf: NameOf }): ReactNode {
  const { shown, more } = useFirst(events);
  return (
    <>
      <ol className="trace-steps">
        {shown.map((row) => (
          <Step key={row.eventID} row={row} nameOf={nameOf} />
        ))}
      </ol>
      <ShowMore more={more} />
    </>
  );
}
