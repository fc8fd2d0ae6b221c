/** All that happened, in the order of the log: for an auditor, or to be kept elsewhere. */
import type { Ctx } from '../../../platform/ctx.ts';
import { type ExportedOccurrence, selectAfter } from './store-occurrences.ts';

const PAGE = 1_000;

/** Those from a time on, of one organisation by its UUID or of all. `ctx` is the program's own. */
export async function* exportOccurrences(
  ctx: Pick<Ctx, 'read'>,
  { from = null, org = null }: { readonly from?: Date | null | undefined; readonly org?: string | null | undefined },
): AsyncGenerator<ExportedOccurrence> {
  for (let after = -1; ; ) {
    const rows = await ctx.read((tx) => selectAfter(tx, after, { from, org, count: PAGE }));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}
