/** `/v1` of organisations, people and signing in. */
import type { FastifyInstance } from 'fastify';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { auditRoutes } from './audit/routes.ts';
import type { IdentityDeps } from './deps.ts';
import { deviceRoutes } from './devices/device-routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { linkRoutes } from './links/routes.ts';
import { operatorProviderRoutes } from './oidc/operator-routes.ts';
import { providerRoutes } from './oidc/routes.ts';
import { organisationRoutes } from './organisations/organisation-routes.ts';
import { meRoutes } from './people/me-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { roleRoutes } from './people/role-routes.ts';
import { ownPlaceRoutes } from './places/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { spaceRoutes } from './spaces/routes.ts';
import { branchRoutes } from './ties/branch-routes.ts';
import { branchSheetRoutes } from './ties/branch-sheet/routes.ts';
import { mandateRoutes } from './ties/mandate-routes.ts';
import { operatorRoutes } from './ties/operator-routes.ts';
import { partnerRoutes } from './ties/partner-routes.ts';
import { registrationRoutes } from './ties/registration-routes.ts';
import { supervisionRoutes } from './ties/supervision-routes.ts';

const BODY_BYTES_MAX = 64 * 1024;

export async function identityRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  // What is told of people and keys is kept by nobody on the way.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  await app.register(async (scope) => sessionRoutes(scope, deps));
  await app.register(async (scope) => linkRoutes(scope, deps));
  await app.register(async (scope) => meRoutes(scope, deps));
  await app.register(async (scope) => deviceRoutes(scope, deps));
  await app.register(async (scope) => organisationRoutes(scope, deps));
  await app.register(async (scope) => ownPlaceRoutes(scope, deps));
  await app.register(async (scope) => branchRoutes(scope, deps));
  await app.register(async (scope) => branchSheetRoutes(scope, deps));
  await app.register(async (scope) => mandateRoutes(scope, deps));
  await app.register(async (scope) => partnerRoutes(scope, deps));
  await app.register(async (scope) => spaceRoutes(scope, deps));
  await app.register(async (scope) => supervisionRoutes(scope, deps));
  await app.register(async (scope) => operatorRoutes(scope, deps));
  await app.register(async (scope) => registrationRoutes(scope, deps));
  await app.register(async (scope) => peopleRoutes(scope, deps));
  await app.register(async (scope) => roleRoutes(scope, deps));
  await app.register(async (scope) => keyRoutes(scope, deps));
  await app.register(async (scope) => providerRoutes(scope, deps));
  await app.register(async (scope) => operatorProviderRoutes(scope, deps));
  await app.register(async (scope) => auditRoutes(scope, deps));
}
