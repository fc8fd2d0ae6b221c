/** A browser is sent to a provider. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Keyring } from '../credentials/keyring.ts';
import { hashToken } from '../credentials/token.ts';
import { tryLink } from '../links/open-link.ts';
import { countTry, triesOfProviders } from '../sessions/attempts.ts';
import { addressOf } from '../sessions/sign-in.ts';
import type { OidcClient, ProviderSettings } from './oidc-client.ts';
import { readReturnTo } from './return-to.ts';
import { type FlowPurpose, insertFlow } from './store-flows.ts';
import { findProvider, type Provider } from './store-providers.ts';

const AS = { as: 'identity' } as const;

/** What ways to a provider need. */
export interface FlowDeps {
  readonly oidc: OidcClient;
  readonly keyring: Keyring;
}

interface Begun {
  readonly providerId: string;
  readonly purpose: FlowPurpose;
  readonly returnTo: string | undefined;
  /** What the browser holds. */
  readonly browser: string;
  readonly redirectUri: string;
  /** Of the invitation that is accepted. */
  readonly linkToken?: string;
}

/**
 * Where the browser goes. What it comes back with is kept for ten minutes.
 * @throws Problem `oidc.disabled`, `oidc.unavailable`, `sign-in.blocked`, `request.invalid`, `link.invalid`
 */
export async function beginFlow(ctx: Ctx, { oidc, keyring }: FlowDeps, begun: Begun): Promise<string> {
  const { purpose, browser, redirectUri, linkToken } = begun;
  const returnTo = readReturnTo(begun.returnTo);
  await ctx.write((tx) => countTry(tx, triesOfProviders(addressOf(ctx))), AS);
  const provider = await providerInForce(ctx, begun.providerId);
  if (linkToken !== undefined) await mustLeadThere(ctx, provider, linkToken);
  const { url, state, nonce, codeVerifier } = await oidc.start(settingsOf(provider, keyring), redirectUri);
  const { personId = null, session } = ctx.actor;
  await ctx.write(
    (tx) =>
      insertFlow(
        tx,
        { stateHash: hashToken(state), browserHash: hashToken(browser) },
        {
          ...{ providerId: provider.id, purpose, nonce, codeVerifier, returnTo, personId },
          sessionId: session?.id ?? null,
          linkHash: linkToken === undefined ? null : hashToken(linkToken),
        },
      ),
    AS,
  );
  return url;
}

/** An invitation, and into the organisation of the provider where that has one. */
async function mustLeadThere(ctx: Ctx, provider: Provider, linkToken: string): Promise<void> {
  const { purpose, orgNo } = await tryLink(ctx, linkToken);
  if (purpose !== 'invitation') throw new Problem('link.invalid');
  if (provider.orgNo !== null && provider.orgNo !== orgNo) throw new Problem('oidc.disabled');
}

/** @throws Problem `oidc.disabled` */
export async function providerInForce(ctx: Ctx, id: string): Promise<Provider> {
  const provider = await ctx.read((tx) => findProvider(tx, id), AS);
  if (provider === undefined || provider.disabledAt !== null) throw new Problem('oidc.disabled');
  return provider;
}

/** @throws KeyError */
export function settingsOf(provider: Provider, keyring: Keyring): ProviderSettings {
  const { id, issuer, clientId, sealed, keyNo, acrValues } = provider;
  return {
    issuer,
    clientId,
    ...(sealed === null || keyNo === null ? {} : { clientSecret: keyring.unseal({ sealed, keyNo }, id).toString() }),
    ...(acrValues === null ? {} : { acrValues }),
  };
}
