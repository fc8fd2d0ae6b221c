import type { Context } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueueLeaves, leafHash } from '../../integrity/index.ts';
import { deriveMasterData, insertVersions, keyOf, readVocabularies, selectDigests } from '../../registry/index.ts';
import { inBlocks, packTexts } from '../blocks.ts';
import { leafBlock } from './leaf-block.ts';
import { insertBlocks, insertReceived, type Reception } from './store.ts';

interface VocabularyOf {
  readonly by: Reception;
  readonly context: Context;
  /** What its recorder says already. */
  readonly digestsOf?: typeof selectDigests;
}

/** Keeps what a document says of products, parties and places, as far as its recorder does not say so already; returns how much that is. */
export async function storeVocabulary(
  tx: Tx,
  lists: readonly unknown[],
  { by: given, context, digestsOf = selectDigests }: VocabularyOf,
): Promise<number> {
  const by = { ...given, binding: 'vocabulary' as const };
  const elements = readVocabularies(lists).map(({ text }) => ({ text, data: deriveMasterData(text, context) }));
  // The last of a code and type in the document counts.
  const latest = [...new Map(elements.map((element) => [keyOf(element.data), element])).values()];
  if (latest.length === 0) return 0;
  const said = await digestsOf(
    tx,
    latest.map(({ data }) => data.code),
  );
  const fresh = latest.filter(({ data }) => said.get(keyOf(data)) !== data.digest);
  const blocks = inBlocks(fresh, ({ text }) => text);
  if (blocks.length === 0) return 0;
  const shared = leafBlock(by);
  const packed = blocks.map((block) => packTexts(block.map(({ text }) => text)));
  const numbers = await insertReceived(tx, packed, { by, leafVersion: shared.version });
  const numbered = blocks.map((elements, i) => ({ block: numbers[i] ?? 0, elements }));
  await insertVersions(
    tx,
    numbered.flatMap(({ block, elements }) =>
      elements.map(({ data }, place) => ({ ...data, orgNo: by.org.no, block, place })),
    ),
  );
  await insertBlocks(tx, new Map(numbers.map((block) => [block, []])), by.org.no);
  await enqueueLeaves(
    tx,
    numbered.map(({ block, elements }) => ({ block, leaves: elements.map(({ text }) => leafHash(shared, text)) })),
    by.org.no,
  );
  return fresh.length;
}
