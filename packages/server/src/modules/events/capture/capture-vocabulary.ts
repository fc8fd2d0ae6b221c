import type { Ctx } from '../../../platform/ctx.ts';
import type { Sequencer } from '../../integrity/index.ts';
import { keepContext } from './given-context.ts';
import { recorderOf } from './recorder.ts';
import { storeVocabulary } from './store-vocabulary.ts';

/**
 * Stores what an organisation says of its things, vocabularies as a document has them, in one transaction and in the log. Of
 * what it says already nothing is stored; returns how many of the rest. Names in it are full ones.
 */
export async function captureVocabulary(
  ctx: Ctx,
  { sequencer }: { readonly sequencer: Sequencer },
  vocabularies: readonly unknown[],
): Promise<number> {
  const by = { ...recorderOf(ctx), jobId: null, receivedAt: ctx.clock.now(), binding: 'json' as const };
  const stored = await ctx.write(
    async (tx) => {
      const { context, contextId } = await keepContext(tx, null);
      return storeVocabulary(tx, [vocabularies], { by: { ...by, contextId }, context });
    },
    { as: 'ingest' },
  );
  await sequencer.sequence();
  return stored;
}
