import type { Ctx } from '../../../platform/ctx.ts';
import { resealSecret, selectSealedSecrets } from '../oidc/store-providers.ts';
import { resealTotp, selectSealed } from '../sessions/store-factors.ts';
import type { Keyring } from './keyring.ts';

/**
 * Seals every secret of the database under a new key and removes those before. Stopped midway it leaves all keys, and goes on
 * when it is called again. Returns how many were sealed anew. `ctx` is the program's own. @throws KeyError
 */
export async function rotateSecrets(
  ctx: Ctx,
  keyring: Keyring,
): Promise<{ readonly keyNo: number; readonly sealed: number }> {
  const keyNo = keyring.addKey();
  const sealed = await ctx.write(async (tx) => {
    const rows = await selectSealed(tx, keyNo);
    for (const row of rows)
      await resealTotp(tx, row.personId, keyring.seal(keyring.unseal(row, row.personId), row.personId));
    const secrets = await selectSealedSecrets(tx, keyNo);
    for (const { providerId, ...secret } of secrets)
      await resealSecret(tx, providerId, keyring.seal(keyring.unseal(secret, providerId), providerId));
    return rows.length + secrets.length;
  });
  for (const no of keyring.numbers) if (no !== keyNo) keyring.dropKey(no);
  return { keyNo, sealed };
}
