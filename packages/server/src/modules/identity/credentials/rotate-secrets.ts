import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { resealSecret, selectSealedSecrets } from '../oidc/store-providers.ts';
import { resealTotp, selectSealed } from '../sessions/store-factors.ts';
import type { Keyring } from './keyring.ts';

/** Seals under the newest key, by its number, what another module keeps; returns how many. */
export type Reseal = (tx: Tx, keyring: Keyring, keyNo: number) => Promise<number>;

/**
 * Seals every secret of the database under a new key and removes those before. Stopped midway it leaves all keys, and goes on
 * when it is called again. Returns how many were sealed anew. `ctx` is the program's own,
 * `others` those of every module that seals: what is not among them could be opened no more. @throws KeyError
 */
export async function rotateSecrets(
  ctx: Ctx,
  keyring: Keyring,
  others: readonly Reseal[],
): Promise<{ readonly keyNo: number; readonly sealed: number }> {
  const keyNo = keyring.addKey();
  const sealed = await ctx.write(async (tx) => {
    const rows = await selectSealed(tx, keyNo);
    for (const row of rows)
      await resealTotp(tx, row.personId, keyring.seal(keyring.unseal(row, row.personId), row.personId));
    const secrets = await selectSealedSecrets(tx, keyNo);
    for (const { providerId, ...secret } of secrets)
      await resealSecret(tx, providerId, keyring.seal(keyring.unseal(secret, providerId), providerId));
    let sealed = rows.length + secrets.length;
    for (const reseal of others) sealed += await reseal(tx, keyring, keyNo);
    return sealed;
  });
  for (const no of keyring.numbers) if (no !== keyNo) keyring.dropKey(no);
  return { keyNo, sealed };
}
