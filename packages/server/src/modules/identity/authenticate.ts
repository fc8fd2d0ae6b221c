/** Who calls: by the key in a header, or by the session in a cookie. */
import { Problem } from '@suyuan/api';
import type { FastifyRequest } from 'fastify';
import { type Actor, type Caller, type Ctx, PUBLIC } from '../../platform/ctx.ts';
import { hashToken } from './credentials/token.ts';
import { findKey } from './keys/store-keys.ts';
import type { OrganisationStatus } from './organisations/store-organisations.ts';
import { refuseForeignOrigin, sessionToken } from './sessions/cookie.ts';
import { findSession } from './sessions/store-sessions.ts';

const KEY_LENGTH_MAX = 200; // ours are 46; whatever is longer is not one of ours and is not hashed
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** For which organisation a key acts, where its own answers for several: the id of a branch, or of a firm that it serves. */
const ORGANISATION_HEADER = 'suyuan-organisation';

/**
 * The actor of a request; the public where neither a key nor a session comes with it. `ctx` is the public's. A key counts before
 * a cookie, which a browser adds by itself.
 * @throws Problem `key.unknown`, `organisation.not-yours`, `request.foreign-origin`
 */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  return { ...(await actorOf(ctx, request)), from: callerOf(request) };
}

const AGENT_LENGTH_MAX = 300;

/** By the connection, or by proxies that are trusted. */
export function callerOf({ ip, headers }: FastifyRequest): Caller {
  return { address: ip, agent: headers['user-agent']?.slice(0, AGENT_LENGTH_MAX) ?? null };
}

async function actorOf(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return byKey(ctx, authorization, organisationWanted(request));
  const token = sessionToken(request);
  if (token === undefined) return PUBLIC;
  refuseForeignOrigin(request);
  return bySession(ctx, token);
}

/** The actor of a session's token; the public where that is not, or no more, in force. `ctx` is the public's. */
export async function bySession(ctx: Ctx, token: string): Promise<Actor> {
  const found = await ctx.write((tx) => findSession(tx, hashToken(token)));
  if (found === undefined) return PUBLIC;
  const { id, stage, methods, provenAt, endsAt, person, personId, orgNo, orgId, orgStatus, viaNo, viaId, rights } =
    found;
  return {
    is: 'person',
    personId,
    rights: new Set(rights),
    session: { id, stage, methods, provenAt, endsAt, person },
    ...(orgNo === null || orgId === null ? {} : { org: { no: orgNo, id: orgId } }),
    ...(viaNo === null || viaId === null ? {} : { via: { no: viaNo, id: viaId } }),
    ...standing(orgStatus),
  };
}

async function byKey(ctx: Ctx, authorization: string, wanted: string | undefined): Promise<Actor> {
  const [scheme, secret, ...rest] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || secret === undefined || secret.length > KEY_LENGTH_MAX || rest.length > 0) {
    throw new Problem('key.unknown');
  }
  const key = await ctx.write((tx) => findKey(tx, hashToken(secret), wanted));
  if (key === undefined) throw new Problem('key.unknown');
  const { id, role, orgNo, orgId, orgStatus, viaNo, viaId, rights, site } = key;
  if (orgNo === null || rights === null) throw new Problem('organisation.not-yours', { id: wanted ?? '' });
  return {
    is: 'key',
    keyId: id,
    role,
    ...(site === null ? {} : { site }),
    rights: new Set(rights),
    org: { no: orgNo, id: orgId },
    ...(viaNo === null || viaId === null ? {} : { via: { no: viaNo, id: viaId } }),
    ...standing(orgStatus),
  };
}

function organisationWanted({ headers }: FastifyRequest): string | undefined {
  const given = headers[ORGANISATION_HEADER];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || !UUID.test(given))
    throw new Problem('organisation.not-yours', { id: String(given) });
  return given;
}

function standing(status: OrganisationStatus | null): Pick<Actor, 'standing'> {
  return status === null || status === 'active' ? {} : { standing: status };
}
