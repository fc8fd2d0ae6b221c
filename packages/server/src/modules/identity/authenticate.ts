import { Problem } from '@suyuan/api';
import { type Actor, type Ctx, PUBLIC, type Role } from '../../platform/ctx.ts';
import { hashSecret } from './create-key.ts';
import { findKey } from './store.ts';

const KEY_LENGTH_MAX = 200; // ours are 46; whatever is longer is not one of ours and is not hashed

/** The actor behind an Authorization header; the public where there is none. `ctx` is the public's. Throws `key.unknown`. */
export async function authenticate(ctx: Ctx, authorization: string | undefined): Promise<Actor> {
  if (authorization === undefined) return PUBLIC;
  const [scheme, secret, ...rest] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || secret === undefined || secret.length > KEY_LENGTH_MAX || rest.length > 0) {
    throw new Problem('key.unknown');
  }
  const key = await ctx.write((tx) => findKey(tx, hashSecret(secret)));
  if (key === undefined) throw new Problem('key.unknown');
  return { keyId: key.id, role: key.role, org: { no: key.orgNo, id: key.orgId } };
}

const MAY: Readonly<Record<'query' | 'capture' | 'admin', readonly Role[]>> = {
  query: ['query', 'capture', 'admin'],
  capture: ['capture', 'admin'],
  admin: ['admin'],
};

/** Refuses an actor without the right: 401 for the public, 403 for a key of a lesser role. */
export function mustBe(actor: Actor, right: 'query' | 'capture' | 'admin'): void {
  if (MAY[right].includes(actor.role)) return;
  throw actor.role === 'none' ? new Problem('key.missing') : new Problem('key.role', { role: actor.role });
}

/** On whose behalf: each key belongs to an organisation. @throws Problem `key.missing` */
export function actingFor({ org }: Actor): NonNullable<Actor['org']> {
  if (org === undefined) throw new Problem('key.missing');
  return org;
}
