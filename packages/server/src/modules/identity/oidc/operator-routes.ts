/** `/v1/operator/providers`: which providers people sign in by. */
import {
  type ChangeProvider,
  ChangeProviderSchema,
  type MakeProvider,
  MakeProviderSchema,
  type OperatedProvidersBody,
  OperatedProvidersSchema,
  Problem,
  type ProviderBody,
  ProviderSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import type { IdentityDeps } from '../deps.ts';
import { mustBe } from '../may.ts';
import { WithIdSchema } from '../with-id.ts';
import { changeProvider, makeProvider } from './manage-providers.ts';
import { redirectUri } from './redirect-uri.ts';
import { type ListedProvider, selectProviders } from './store-providers.ts';

interface WithId {
  readonly id: string;
}

export async function operatorProviderRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { ctx: ctxOf, keyring } = deps;
  const answered = { response: { 200: ProviderSchema } };
  app.get(
    '/operator/providers',
    { schema: { response: { 200: OperatedProvidersSchema } } },
    async (request): Promise<OperatedProvidersBody> => ({
      redirectUri: redirectUri(deps, request),
      providers: (await listed(await ctxOf(request))).map(providerBody),
    }),
  );
  app.post<{ Body: MakeProvider }>(
    '/operator/providers',
    { schema: { body: MakeProviderSchema, ...answered } },
    async (request) => {
      const ctx = await ctxOf(request);
      return told(ctx, await makeProvider(ctx, deps, request.body));
    },
  );
  app.patch<{ Params: WithId; Body: ChangeProvider }>(
    '/operator/providers/:id',
    { schema: { params: WithIdSchema, body: ChangeProviderSchema, ...answered } },
    async (request) => {
      const ctx = await ctxOf(request);
      const { id } = request.params;
      await changeProvider(ctx, keyring, { id, change: request.body });
      return told(ctx, id);
    },
  );
  /** Nobody signs in by it from here on; whom it signed in stays known. */
  app.delete<{ Params: WithId }>(
    '/operator/providers/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { id } = request.params;
      await changeProvider(await ctxOf(request), keyring, { id, change: { enabled: false } });
      return reply.code(204).send();
    },
  );
}

async function listed(ctx: Ctx): Promise<ListedProvider[]> {
  mustBe(ctx.actor, 'operate');
  return ctx.read(selectProviders, { as: 'identity' });
}

async function told(ctx: Ctx, id: string): Promise<ProviderBody> {
  const provider = (await listed(ctx)).find((one) => one.id === id);
  if (provider === undefined) throw new Problem('resource.not-found', { what: id });
  return providerBody(provider);
}

/** All but the secret. */
function providerBody(provider: ListedProvider): ProviderBody {
  const { id, name, issuer, clientId, sealed, acrValues, admitRole, subjects, orgId, orgName } = provider;
  return {
    ...{ id, name, issuer, clientId, acrValues, admitRole, subjects },
    hasSecret: sealed !== null,
    organisation: orgId === null ? null : { id: orgId, name: orgName },
    enabledAt: provider.enabledAt.toISOString(),
    disabledAt: provider.disabledAt?.toISOString() ?? null,
  };
}
