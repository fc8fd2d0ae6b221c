/** What the routes of this module are given. */
import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { Keyring } from './credentials/keyring.ts';
import type { OidcClient } from './oidc/oidc-client.ts';

export interface IdentityDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** As whoever a token of a session is of, which the request did not come with. */
  actAs(request: FastifyRequest, token: string): Promise<Ctx>;
  readonly keyring: Keyring;
  /** The program itself. */
  readonly program: Ctx;
  /** Organisations may come by themselves, and wait to be approved. */
  readonly isRegistrationOpen: boolean;
  /** Signs in by providers. */
  readonly oidc: OidcClient;
  /** Where the browser of a request reaches the server, an origin. */
  origin(request: FastifyRequest): string;
  /** Where somebody else reaches it who is sent a link. */
  sharedOrigin(request: FastifyRequest): string;
}
