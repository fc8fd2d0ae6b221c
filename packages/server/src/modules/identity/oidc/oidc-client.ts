/**
 * Signing in through the OpenID provider of a government or a group: code flow with PKCE, state and nonce.
 *
 * Providers are named by operators of the installation and never by its tenants: the server calls the addresses that a
 * provider names, which may lie in a private network.
 */
import { Problem } from '@suyuan/api';
import * as oidc from 'openid-client';
import { boundedFetch, isAllowedAddress, ProviderAway } from './bounded-fetch.ts';

export interface ProviderSettings {
  /** Exactly as the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Without one the client is a public one, which PKCE alone proves. */
  readonly clientSecret?: string;
  /** How strongly the provider shall ask, in its own words; parted by spaces. */
  readonly acrValues?: string;
}

/** What the browser's flow is kept by until it comes back; all but `url` stays here. */
export interface OidcStart {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the provider says has signed in. A person is the provider and its `subject`, never a name (ASVS 6.8.1). */
export interface OidcPerson {
  readonly subject: string;
  readonly name?: string;
  /** `amr`: how the person proved itself, such as `pwd`, `otp`, `mfa`; empty when the provider does not tell. */
  readonly methods: readonly string[];
  readonly acr?: string;
  readonly authTime?: Date;
}

export interface OidcClient {
  /** Whether it calls this address at all: https, or plain http to this machine where that is allowed. */
  mayCall(address: string): boolean;
  /** @throws Problem `oidc.unavailable` */
  start(provider: ProviderSettings, redirectUri: string): Promise<OidcStart>;
  /**
   * `callbackUrl` is the redirect address with what the provider put behind it; its origin is the public address of the
   * installation, not the Host header. The caller has made sure that `expected` was kept for this browser, and once.
   * @throws Problem `oidc.unavailable`, or `oidc.refused`: the person or the provider said no, or the answer does not
   * hold (state, nonce, issuer, audience, time, signature)
   */
  finish(
    provider: ProviderSettings,
    callbackUrl: URL,
    expected: Pick<OidcStart, 'state' | 'nonce' | 'codeVerifier'>,
  ): Promise<OidcPerson>;
}

interface Options {
  /** Plain http to this machine, for tests. */
  readonly allowInsecure?: boolean;
  /** For each of the requests of a sign-in, of which there are three at most. */
  readonly timeoutS?: number;
  /** Milliseconds since 1970; for the age of what is cached. */
  readonly now?: () => number;
}

interface Cached {
  readonly until: number;
  readonly metadata: oidc.ServerMetadata;
}

const TIMEOUT_S = 10;
const CACHE_MS = 10 * 60 * 1000;
/** An installation has a handful of providers. */
const CACHE_MAX = 50;
/** OpenID Connect Core §2. */
const SUBJECT_MAX = 255;
const TEXT_MAX = 200;
const METHODS_MAX = 20;

export function createOidcClient({
  allowInsecure = false,
  timeoutS = TIMEOUT_S,
  now = Date.now,
}: Options = {}): OidcClient {
  const cache = new Map<string, Cached>();
  const execute = allowInsecure ? [oidc.allowInsecureRequests] : [];
  const fetchAllowed: oidc.CustomFetch = (url, options) => {
    if (!isAllowedAddress(url, allowInsecure)) throw new ProviderAway(`${url} is not https`);
    const { body = null, ...rest } = options;
    return boundedFetch(url, { ...rest, body: body instanceof Uint8Array ? new Uint8Array(body) : body });
  };

  async function metadataOf({ issuer, clientId }: ProviderSettings): Promise<oidc.ServerMetadata> {
    const cached = cache.get(issuer);
    if (cached !== undefined && cached.until > now()) return cached.metadata;
    const options = { execute, timeout: timeoutS, [oidc.customFetch]: fetchAllowed };
    const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), options);
    cache.delete(issuer);
    for (const oldest of [...cache.keys()].slice(0, Math.max(0, cache.size + 1 - CACHE_MAX))) cache.delete(oldest);
    cache.set(issuer, { until: now() + CACHE_MS, metadata: found.serverMetadata() });
    return found.serverMetadata();
  }

  /** Anew for each sign-in, and with it the provider's keys: those it has changed to hold from the next sign-in on. */
  async function configure(provider: ProviderSettings): Promise<oidc.Configuration> {
    try {
      const metadata = await metadataOf(provider);
      const config = new oidc.Configuration(metadata, provider.clientId, {}, proofOf(provider, metadata));
      config[oidc.customFetch] = fetchAllowed;
      config.timeout = timeoutS;
      for (const extension of execute) extension(config);
      // A token that came over TLS need not be checked by OpenID Connect; ASVS 6.8.2 wants its signature checked always.
      oidc.enableNonRepudiationChecks(config);
      return config;
    } catch (cause) {
      throw new Problem('oidc.unavailable', {}, { cause });
    }
  }

  return {
    mayCall: (address) => isAllowedAddress(address, allowInsecure),
    async start(provider, redirectUri) {
      const config = await configure(provider);
      const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const url = await authorizationUrl(config, { provider, redirectUri, state, nonce, codeVerifier });
      if (!isAllowedAddress(url, allowInsecure)) throw new Problem('oidc.unavailable');
      return { url, state, nonce, codeVerifier };
    },
    async finish(provider, callbackUrl, { state, nonce, codeVerifier }) {
      const config = await configure(provider);
      try {
        const checks = {
          pkceCodeVerifier: codeVerifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        };
        const tokens = await oidc.authorizationCodeGrant(config, callbackUrl, checks);
        return personOf(tokens.claims());
      } catch (cause) {
        // What is cached may be what no longer holds.
        cache.delete(provider.issuer);
        throw asProblem(cause);
      }
    },
  };
}

async function authorizationUrl(
  config: oidc.Configuration,
  given: Omit<OidcStart, 'url'> & { provider: ProviderSettings; redirectUri: string },
): Promise<string> {
  const { acrValues } = given.provider;
  try {
    return oidc.buildAuthorizationUrl(config, {
      redirect_uri: given.redirectUri,
      scope: 'openid profile',
      state: given.state,
      nonce: given.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(given.codeVerifier),
      code_challenge_method: 'S256',
      ...(acrValues === undefined ? {} : { acr_values: acrValues }),
    }).href;
  } catch (cause) {
    // Metadata without an address to sign in at.
    throw new Problem('oidc.unavailable', {}, { cause });
  }
}

/** In the header, as every provider should take it; in the body where it says that it takes nothing else. */
function proofOf({ clientSecret }: ProviderSettings, metadata: oidc.ServerMetadata): oidc.ClientAuth {
  if (clientSecret === undefined) return oidc.None();
  const taken = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return taken.includes('client_secret_post') && !taken.includes('client_secret_basic')
    ? oidc.ClientSecretPost(clientSecret)
    : oidc.ClientSecretBasic(clientSecret);
}

function personOf(claims: oidc.IDToken | undefined): OidcPerson {
  if (claims === undefined) throw new Error('no token of a person');
  const { sub, name, acr, amr, auth_time: authTime } = claims;
  // PostgreSQL keeps no U+0000; nobody's subject has it, or another character that is not seen.
  if (sub === '' || sub.length > SUBJECT_MAX || /\p{Cc}/u.test(sub))
    throw new Error(`a subject of ${sub.length} characters`);
  const methods = Array.isArray(amr) ? amr.filter((method) => typeof method === 'string') : [];
  return {
    subject: sub,
    ...(isText(name) ? { name } : {}),
    methods: methods.filter(isText).slice(0, METHODS_MAX),
    ...(isText(acr) ? { acr } : {}),
    ...(typeof authTime === 'number' ? { authTime: new Date(authTime * 1000) } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_MAX;
}

/** The library's errors hold the whole answer, tokens among it: what goes on, and into a log, is what they say. */
function asProblem(error: unknown): Problem {
  const away = awayIn(error);
  if (away !== undefined) return new Problem('oidc.unavailable', {}, { cause: away });
  const said = [...new Set(wordsOf(error))].join(' · ');
  return new Problem('oidc.refused', {}, { cause: new Error(said) });
}

/** What went wrong, and with which claim; not what was sent. */
function wordsOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const names = ['message', 'code', 'error', 'error_description', 'claim', 'attribute'];
  return [...names.map((name) => Reflect.get(error, name)).filter(isText), ...wordsOf(Reflect.get(error, 'cause'))];
}

/** Whether a failure comes from a provider that is away, however deep it is wrapped. */
function awayIn(error: unknown): ProviderAway | undefined {
  if (error instanceof ProviderAway) return error;
  return error instanceof Error ? awayIn(error.cause) : undefined;
}
