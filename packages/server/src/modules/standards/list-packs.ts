/** Every version that there is of each pack, and how it stands. */
import type { AddedPacks } from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import { mustBe } from '../identity/index.ts';
import type { PackInUse } from './pack-in-use.ts';
import type { PackShelf } from './shelf.ts';
import { type ListedPack, selectListed } from './store-packs.ts';

type State = AddedPacks['added'][number]['state'];

export async function listPacks(ctx: Ctx, shelf: PackShelf): Promise<AddedPacks> {
  mustBe(ctx.actor, 'operate');
  const listed = await ctx.read(selectListed, { as: 'identity' });
  const versions = await shelf.versions();
  const inUse = await shelf.packs();
  const isShipped = ({ digest }: PackInUse): boolean => shelf.shipped.some((each) => each.digest === digest);
  const stateOf = ({ digest, withdrawnAt }: Pick<ListedPack, 'digest' | 'withdrawnAt'>): State => {
    if (withdrawnAt !== null) return 'withdrawn';
    if (inUse.some((each) => each.digest === digest)) return 'in-force';
    return versions.some((each) => each.digest === digest) ? 'overridden' : 'unusable';
  };
  return {
    inUse: inUse.map((each) => ({
      ...{ id: each.pack.id, version: each.pack.version, name: each.pack.name, digest: each.digest },
      isAdded: !isShipped(each),
      under: versions.filter(({ pack }) => pack.id === each.pack.id)[1]?.pack.version ?? null,
    })),
    shipped: shelf.shipped.map(({ pack: { id, version, name }, digest }) => ({
      ...{ id, version, name, digest },
      state: inUse.some((each) => each.digest === digest) ? ('in-force' as const) : ('overridden' as const),
    })),
    added: listed.map((each) => ({
      ...{ id: each.pack, version: each.version, digest: each.digest, state: stateOf(each) },
      ...{ addedAt: each.addedAt.toISOString(), addedBy: each.addedBy },
      ...{ withdrawnAt: each.withdrawnAt?.toISOString() ?? null, withdrawnBy: each.withdrawnBy },
    })),
  };
}
