import type { Ctx } from '../../../platform/ctx.ts';
import type { OccurrenceKind } from './occurrence.ts';
import { selectOccurrences } from './store-occurrences.ts';

const ANY = { before: null, group: null, personId: null, from: null, to: null };

/** When something was last done in the organisation that the actor acts for. */
export async function lastOccurrence(ctx: Ctx, kind: OccurrenceKind): Promise<Date | undefined> {
  const [last] = await ctx.read((tx) => selectOccurrences(tx, { ...ANY, kind, count: 1 }), { as: 'identity' });
  return last?.at;
}
