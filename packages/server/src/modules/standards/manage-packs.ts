/** Packs that whoever runs the installation adds and withdraws: each counts for every organisation from then on. */
import { hash } from 'node:crypto';
import { Problem } from '@suyuan/api';
import { differencesOf, KNOWN_CHECKS, type Pack, type PackDifference, readPack } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { actingFor, mustBe, mustHaveProven, noteHere, personOf } from '../identity/index.ts';
import { compareVersions } from './compare-versions.ts';
import type { PackShelf } from './shelf.ts';
import { insertPack, type NewPack, withdrawPack } from './store-packs.ts';

const AS = { as: 'identity' } as const;

export interface Proposed {
  readonly pack: Pack;
  /** Of the version in use, or under it; undefined where this is the first. */
  readonly before: Pack | undefined;
  readonly differences: readonly PackDifference[];
}

/** What adding it would change. @throws Problem `pack.invalid`, `pack.not-newer` */
export async function proposePack(ctx: Ctx, shelf: PackShelf, given: unknown): Promise<Proposed> {
  mustBe(ctx.actor, 'operate');
  return propose(shelf, given);
}

/** The same, whoever asks. */
export async function propose(shelf: PackShelf, given: unknown): Promise<Proposed> {
  const read = readPack(given, KNOWN_CHECKS);
  if (!read.ok) {
    const findings = read.faults.map(({ pointer, message }) => ({ pointer, message, rule: 'pack.invalid' }));
    throw new Problem('pack.invalid', { count: findings.length }, { findings });
  }
  const { pack } = read;
  const before = (await shelf.packs()).find((each) => each.pack.id === pack.id)?.pack;
  if (before !== undefined && compareVersions(pack.version, before.version) <= 0) {
    throw new Problem('pack.not-newer', { pack: pack.id, version: before.version });
  }
  return proposed(pack, before);
}

function proposed(pack: Pack, before: Pack | undefined): Proposed {
  return { pack, before, differences: before === undefined ? [] : differencesOf(before, pack) };
}

/** What a version that is there says otherwise than the one under it. @throws Problem `resource.not-found` */
export async function differencesOnShelf(
  ctx: Ctx,
  shelf: PackShelf,
  { pack: id, version }: { readonly pack: string; readonly version: string },
): Promise<Proposed> {
  mustBe(ctx.actor, 'operate');
  const own = (await shelf.versions()).filter(({ pack }) => pack.id === id);
  const at = own.findIndex(({ pack }) => pack.version === version);
  const pack = own[at]?.pack;
  if (pack === undefined) throw new Problem('resource.not-found', { what: `${id} ${version}` });
  return proposed(pack, own[at + 1]?.pack);
}

/** @throws Problem `pack.invalid`, `pack.not-newer`, `pack.many` */
export async function addPack(ctx: Ctx, shelf: PackShelf, given: unknown): Promise<Proposed> {
  mustOperate(ctx);
  const added = await propose(shelf, given);
  const { personId } = personOf(ctx.actor);
  await ctx.write(async (tx) => {
    const detail = await keepPack(tx, added.pack, { at: ctx.clock.now(), by: personId });
    await noteHere(tx, ctx, { kind: 'pack.added', detail });
  }, AS);
  shelf.lookAgain();
  return added;
}

/** Gives what is noted of it. @throws Problem `pack.many` */
export async function keepPack(
  tx: Tx,
  pack: Pack,
  how: Pick<NewPack, 'at' | 'by'>,
): Promise<{ pack: string; version: string; digest: string }> {
  const body = JSON.stringify(pack);
  const detail = { pack: pack.id, version: pack.version, digest: hash('sha256', body, 'hex') };
  if (!(await insertPack(tx, { ...detail, body, ...how }))) throw new Problem('pack.many');
  return detail;
}

/** @throws Problem `resource.not-found` where it comes with the program, or there is none */
export async function withdraw(
  ctx: Ctx,
  shelf: PackShelf,
  { pack, version }: { readonly pack: string; readonly version: string },
): Promise<void> {
  mustOperate(ctx);
  const { personId } = personOf(ctx.actor);
  await ctx.write(async (tx) => {
    const done = await withdrawPack(tx, { pack, version, at: ctx.clock.now(), by: personId });
    if (!done) throw new Problem('resource.not-found', { what: `${pack} ${version}` });
    await noteHere(tx, ctx, { kind: 'pack.withdrawn', detail: { pack, version } });
  }, AS);
  shelf.lookAgain();
}

function mustOperate({ actor, clock }: Ctx): void {
  mustBe(actor, 'operate');
  mustHaveProven(actor, clock.now());
  actingFor(actor);
}
