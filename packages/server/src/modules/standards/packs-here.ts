/** Packs by whoever has the machine, noted where the organisation that runs it reads it. `ctx` is the program's own. */
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { listOrganisations, noteLater, type Occurrence, OWN_ORGANISATION } from '../identity/index.ts';
import { keepPack, type Proposed, propose } from './manage-packs.ts';
import { openShelf } from './shelf.ts';
import { withdrawPack } from './store-packs.ts';

/** A server that runs judges by it within a second. @throws Problem `pack.invalid`, `pack.not-newer`, `pack.many` */
export async function addPackHere(ctx: Ctx, given: unknown): Promise<Proposed> {
  const proposed = await propose(openShelf(ctx), given);
  const at = ctx.clock.now();
  await ctx.write(async (tx) => {
    const detail = await keepPack(tx, proposed.pack, { at, by: null });
    await note(tx, { at, kind: 'pack.added', detail: { ...detail, by: 'suyuan packs add' } });
  });
  return proposed;
}

/** False where it comes with the program, or there is none. */
export async function withdrawPackHere(ctx: Ctx, which: { pack: string; version: string }): Promise<boolean> {
  const at = ctx.clock.now();
  return ctx.write(async (tx) => {
    if (!(await withdrawPack(tx, { ...which, at, by: null }))) return false;
    await note(tx, { at, kind: 'pack.withdrawn', detail: { ...which, by: 'suyuan packs withdraw' } });
    return true;
  });
}

async function note(tx: Tx, noted: Pick<Occurrence, 'at' | 'kind' | 'detail'>): Promise<void> {
  const org = (await listOrganisations(tx)).find(({ no }) => no === OWN_ORGANISATION);
  if (org === undefined) throw new Error('the installation has no organisation of its own');
  await noteLater(tx, { ...noted, org: { no: org.no, id: org.id } });
}
