/** Somebody reads a personal datum in clear: for a purpose that is kept with its name, and not many in a row. */
import { Problem } from '@suyuan/api';
import { personalDataIn } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { countTry, type Keyring, mustBe, mustHaveProven, noteHere, personOf } from '../identity/index.ts';
import { unsealValue } from './seal-value.ts';
import { type KeptDatum, lockDatum } from './store.ts';

const AS = { as: 'identity' } as const;

/** A day's calls of an office; from then on each has to wait. */
const READ_FREELY_MAX = 60;

/**
 * By a person who has just proven who it is, never by a key.
 * @throws Problem `resource.not-found`, `personal.erased`, `personal.purpose`, `session.stale`, `sign-in.blocked`
 */
export async function readInClear(
  ctx: Ctx,
  keyring: Keyring,
  { id, purpose }: { readonly id: string; readonly purpose: string },
): Promise<string> {
  mustBe(ctx.actor, 'manage');
  mustHaveProven(ctx.actor, ctx.clock.now());
  const { personId } = personOf(ctx.actor);
  const what = purpose.trim();
  if (what === '' || personalDataIn(what).length > 0) throw new Problem('personal.purpose');
  await ctx.write((tx) => countTry(tx, [{ what: `personal ${personId}`, free: READ_FREELY_MAX }]), AS);
  return ctx.write(async (tx) => {
    const datum = await lockDatum(tx, id);
    const value = unsealValue(keyring, stillKept(datum, id));
    if (what.normalize('NFKC').includes(value)) throw new Problem('personal.purpose');
    await noteHere(tx, ctx, { kind: 'personal.read', about: id, detail: { what: datum?.kind ?? null, purpose: what } });
    return value;
  }, AS);
}

/** @throws Problem `resource.not-found`, `personal.erased` */
export function stillKept(
  datum: KeptDatum | undefined,
  id: string,
): KeptDatum & { readonly sealed: Buffer; readonly keyNo: number } {
  if (datum === undefined) throw new Problem('resource.not-found', { what: id });
  const { sealed, keyNo, erasedAt } = datum;
  if (sealed === null || keyNo === null) throw new Problem('personal.erased', { at: erasedAt?.toISOString() ?? '' });
  return { ...datum, sealed, keyNo };
}
