/** What a lot was made from: its chain has the items that are of it, and not what they were made from. */
import type { TraceAnswer } from '@suyuan/api';
import type { ReadEvent } from '../events/index.ts';
import { type TraceUnits, traceUnits } from '../trace/index.ts';

type Ties = Parameters<typeof traceUnits>[0];

/** Lots that went into one are some dozens. */
const INPUTS_MAX = 200;

export interface SourcesAsked {
  /** Events that name the lot. */
  readonly own: readonly ReadEvent[];
  /** The lot's own chain. */
  readonly trace: TraceAnswer;
  readonly asked: Omit<TraceUnits, 'direction'>;
}

/** The chain before what making the lot used up; undefined where the lot's own chain has it, or none is recorded. */
export async function sourcesOfLot(ties: Ties, { own, trace, asked }: SourcesAsked): Promise<TraceAnswer | undefined> {
  if (trace.units.some(({ role }) => role === 'source')) return undefined;
  const start = new Set(asked.start);
  const inputs = own
    .filter(({ declaredInError, isDeclaration, facts }) => {
      const isCounted = !declaredInError && !isDeclaration && facts.type === 'TransformationEvent';
      return isCounted && !facts.units.some(({ code, role }) => role === 'input' && start.has(code));
    })
    .flatMap(({ facts }) => facts.units.flatMap(({ code, role }) => (role === 'input' ? [code] : [])));
  const distinct = [...new Set(inputs)].slice(0, INPUTS_MAX);
  return distinct.length === 0 ? undefined : traceUnits(ties, { ...asked, start: distinct, direction: 'upstream' });
}
