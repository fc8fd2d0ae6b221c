/** SQL of the installation's public keys. */
import type { Queryable } from '../../../platform/db/index.ts';
import type { PublicJwk } from './signing-key.ts';

/** Keeps a public key with the database, so that what it signed can be checked wherever the database goes. */
export async function keepPublicKey(db: Queryable, jwk: PublicJwk): Promise<void> {
  await db.query('insert into identity.signing_key (key_id, jwk) values ($1, $2) on conflict do nothing', [
    jwk.kid,
    jwk,
  ]);
}

export async function selectPublicKeys(db: Queryable): Promise<PublicJwk[]> {
  const { rows } = await db.query<{ jwk: PublicJwk }>(
    'select jwk from identity.signing_key order by created_at, key_id',
  );
  return rows.map(({ jwk }) => jwk);
}
