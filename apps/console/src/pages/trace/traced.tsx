import type { TraceAnswer } from '@suyuan/api';
import { Alert } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Link } from 'react-router';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { useStepDone } from '../../onboarding/use-onboarding.ts';
import { drillOf } from '../drill/path.ts';
import { CustodyList } from './custody-list.tsx';
import { InWords } from './in-words.tsx';
import { StepList } from './step-list.tsx';
import { UnitList } from './unit-list.tsx';
import { useNames, useTrace } from './use-trace.ts';

/** Loaded when there is something to draw. */
const TracePicture = lazy(async () => ({ default: (await import('./picture/trace-picture.tsx')).TracePicture }));

/** What is told of a code: its steps in order, the goods, who had them. */
export function Traced({ code }: { code: string }): ReactNode {
  const say = useText(traceText);
  const query = useTrace(code);
  const stepDone = useStepDone();
  const isTold = (query.data?.events.length ?? 0) > 0;
  useEffect(() => {
    if (isTold) stepDone('trace');
  }, [isTold, stepDone]);
  const chain = <Loaded query={query}>{(trace) => <Chain trace={trace} />}</Loaded>;
  // Until it is there, what stands in its place has a frame.
  return query.data === undefined ? <Section title={say('steps')}>{chain}</Section> : chain;
}

function Chain({ trace }: { trace: TraceAnswer }): ReactNode {
  const say = useText(traceText);
  const nameOf = useNames(trace);
  const mayDrill = useMay('query');
  const { start, events, units, custody, anomalies, completeness } = trace;
  const { hidden } = completeness;
  if (events.length === 0) {
    return (
      <Section title={say('steps')}>
        <p className="nothing soft">{say('empty')}</p>
      </Section>
    );
  }
  const count =
    hidden === 0 ? say('steps.count', { count: events.length }) : say('steps.hidden', { count: events.length, hidden });
  return (
    <>
      {completeness.complete ? null : <Alert type="warning" showIcon title={say('part')} />}
      <InWords trace={trace} nameOf={nameOf} />
      {anomalies.length === 0 ? null : (
        <Section title={say('anomalies')}>
          <ul className="plain-list">
            {anomalies.map(({ kind, code, eventIDs, message }) => (
              <li key={`${kind} ${code} ${eventIDs[0]}`}>{message}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={say('steps')}
        tools={
          <div className="trace-tools">
            {mayDrill ? <Link to={drillOf(start[0] ?? '')}>{say('drill')}</Link> : null}
            <a href={`/q/${encodeURIComponent(start[0] ?? '')}`}>{say('publicPage')}</a>
          </div>
        }
      >
        <p className="soft">{count}</p>
        <StepList events={events} nameOf={nameOf} />
      </Section>
      <Section title={say('custody')}>
        <CustodyList custody={custody} nameOf={nameOf} />
      </Section>
      <Section title={say('units')}>
        <UnitList units={units} nameOf={nameOf} />
      </Section>
      <Suspense>
        <TracePicture trace={trace} nameOf={nameOf} />
      </Suspense>
    </>
  );
}
