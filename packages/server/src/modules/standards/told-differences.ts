/** What two versions of a pack say otherwise, as it is answered. */
import type { ProposedPack } from '@suyuan/api';
import type { Proposed } from './manage-packs.ts';

const DIFFERENCES_MAX = 1_000;

export function toldDifferences({ pack, before, differences }: Proposed): ProposedPack {
  return {
    ...{ id: pack.id, version: pack.version, name: pack.name, categories: [...pack.goods.categories] },
    ...(before === undefined ? {} : { before: before.version }),
    differences: differences
      .slice(0, DIFFERENCES_MAX)
      .map(({ kind, id, change, says }) => ({ kind, id, change, says })),
    differenceCount: differences.length,
  };
}
