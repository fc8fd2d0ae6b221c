import { randomBytes, randomUUID } from 'node:crypto';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { hashToken } from '../credentials/token.ts';
import { OWN_ORGANISATION, organisationOf } from '../organisations/organisations.ts';
import { insertKey, type KeyRole, markRevoked, type NewKey } from './store-keys.ts';

export interface KeyWanted {
  readonly role: KeyRole;
  /** Code of the party whose key it is; without one it is the installation's own. */
  readonly org?: string | undefined;
  /** From this moment on it is refused. */
  readonly expiresAt?: Date | undefined;
}

const SECRET_END_LENGTH = 4;

const BY_THE_MACHINE = { scopes: null, label: null, siteId: null, madeBy: null, replaces: null };

/** Makes an API key and returns it; only its hash is kept, so it cannot be shown again. */
export async function createKey(db: Queryable, wanted: KeyWanted): Promise<string> {
  return (await makeKey(db, wanted)).secret;
}

export async function makeKey(
  db: Queryable,
  { role, org, expiresAt }: KeyWanted,
): Promise<{ id: string; secret: string }> {
  const { no: orgNo } = org === undefined ? { no: OWN_ORGANISATION } : await organisationOf(db, org);
  return keepKey(db, { ...BY_THE_MACHINE, role, orgNo, expiresAt: expiresAt ?? null });
}

/** Draws a secret and keeps what is kept of it. */
export async function keepKey(
  db: Queryable,
  key: Omit<NewKey, 'id' | 'secretHash' | 'secretEnd'>,
): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const secret = `sy_${randomBytes(32).toString('base64url')}`;
  const kept = { secretHash: hashToken(secret), secretEnd: secret.slice(-SECRET_END_LENGTH) };
  await insertKey(db, { id, ...kept, ...key });
  return { id, secret };
}

/** Longer than any command takes; the key of a command that was killed ends by itself. */
const LENT_MS = 7 * 24 * 60 * 60 * 1000;

/** Makes a key for the time of `use`, and takes it back after. `ctx` is the program's own. */
export async function withKey<Result>(
  ctx: Pick<Ctx, 'write'>,
  role: KeyRole,
  use: (secret: string) => Promise<Result>,
): Promise<Result> {
  const expiresAt = new Date(Date.now() + LENT_MS);
  const { id, secret } = await ctx.write((tx) => makeKey(tx, { role, expiresAt }));
  try {
    return await use(secret);
  } finally {
    await ctx.write((tx) => markRevoked(tx, id));
  }
}
