/** Keys by whoever has the machine, noted where the organisation reads it. `ctx` is the program's own. */
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteOccurrence, type Occurrence } from '../audit/occurrence.ts';
import type { Organisation } from '../organisations/store-organisations.ts';
import { type KeyWanted, makeKey } from './create-key.ts';
import { type RotatedKey, type Rotation, revokeKey, rotateKey } from './manage-keys.ts';
import { type ApiKey, findOwnKey } from './store-keys.ts';

/** Returns the key; it cannot be shown again. */
export async function createKeyHere(ctx: Ctx, wanted: KeyWanted): Promise<string> {
  return ctx.write(async (tx) => {
    const { id, secret } = await makeKey(tx, wanted);
    const key = await findOwnKey(tx, id);
    if (key !== undefined)
      await note(tx, ctx, { org: key.org, kind: 'key.made', about: id, detail: { role: key.role } });
    return secret;
  });
}

export async function revokeKeyHere(ctx: Ctx, id: string): Promise<ApiKey | undefined> {
  return ctx.write(async (tx) => {
    const key = await revokeKey(tx, id);
    if (key !== undefined) await note(tx, ctx, { org: key.org, kind: 'key.revoked', about: id });
    return key;
  });
}

export async function rotateKeyHere(ctx: Ctx, id: string, rotation: Rotation): Promise<RotatedKey | undefined> {
  return ctx.write(async (tx) => {
    const rotated = await rotateKey(tx, id, rotation);
    if (rotated === undefined) return undefined;
    const detail = { by: rotated.id, until: rotated.old.expiresAt?.toISOString() ?? null };
    await note(tx, ctx, { org: rotated.old.org, kind: 'key.rotated', about: id, detail });
    return rotated;
  });
}

function note(
  tx: Tx,
  { clock }: Ctx,
  { org, ...noted }: Pick<Occurrence, 'kind' | 'about' | 'detail'> & { readonly org: Organisation },
): Promise<void> {
  return noteOccurrence(tx, { ...noted, org, at: clock.now() });
}
