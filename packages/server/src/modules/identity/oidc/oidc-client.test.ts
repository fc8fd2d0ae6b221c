import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLIENT, type FakeIssuer, startFakeIssuer } from './fake-issuer.fixture.ts';
import { createOidcClient, type OidcPerson, type OidcStart, type ProviderSettings } from './oidc-client.ts';

const REDIRECT = 'https://trace.example/v1/sign-in/oidc/return';
const REFUSED = { code: 'oidc.refused', status: 403 };
const UNAVAILABLE = { code: 'oidc.unavailable', status: 503 };

let fake: FakeIssuer;
let provider: ProviderSettings;
const client = createOidcClient({ allowInsecure: true });

beforeEach(async () => {
  fake = await startFakeIssuer();
  provider = { issuer: fake.issuer, ...CLIENT };
});
afterEach(() => fake.close());

async function signIn(change: (back: URL, started: OidcStart) => void = () => undefined): Promise<OidcPerson> {
  const started = await client.start(provider, REDIRECT);
  const back = fake.signIn(started.url);
  change(back, started);
  return client.finish(provider, back, started);
}

test('whoever the provider has signed in comes back with what it says of them', async () => {
  fake.behaviour.claims = { name: '王小明', acr: 'loa2', amr: ['pwd', 'otp'], auth_time: 1_790_000_000 };
  expect(await signIn()).toEqual({
    subject: 'person-7',
    name: '王小明',
    acr: 'loa2',
    methods: ['pwd', 'otp'],
    authTime: new Date(1_790_000_000_000),
  });
});

test('a provider that tells no more than who it is counts with no methods', async () => {
  fake.behaviour.claims = { name: 'x'.repeat(10_000), amr: 'mfa', acr: 7 };
  expect(await signIn()).toEqual({ subject: 'person-7', methods: [] });
});

test('the browser is sent off with PKCE, a state and a nonce of its own, and the strength that is asked', async () => {
  const asking = { ...provider, acrValues: 'loa2 loa3' };
  const [one, two] = [await client.start(asking, REDIRECT), await client.start(asking, REDIRECT)];
  const asked = new URL(one.url);
  expect(asked.origin + asked.pathname).toBe(`${fake.issuer}/authorize`);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: 'suyuan',
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: 'openid profile',
    state: one.state,
    nonce: one.nonce,
    code_challenge_method: 'S256',
    acr_values: 'loa2 loa3',
  });
  expect(one.url).not.toContain(one.codeVerifier);
  expect(new Set([one, two].flatMap(({ state, nonce, codeVerifier }) => [state, nonce, codeVerifier])).size).toBe(6);
});

test.each<[string, (back: URL, started: OidcStart) => void]>([
  ['another state', (back) => back.searchParams.set('state', 'other')],
  ['no state', (back) => back.searchParams.delete('state')],
  ['a code of nobody', (back) => back.searchParams.set('code', 'guessed')],
  ['no code', (back) => back.searchParams.delete('code')],
  ['another issuer (mix-up)', (back) => back.searchParams.set('iss', 'https://evil.example')],
  ['no issuer, where one is promised', (back) => back.searchParams.delete('iss')],
  ['the person saying no', (back) => back.searchParams.set('error', 'access_denied')],
  ['another address', (back) => Object.assign(back, { pathname: '/elsewhere' })],
])('coming back with %s is refused', async (_, change) => {
  await expect(signIn(change)).rejects.toMatchObject(REFUSED);
});

test('the code of one browser is of no use to another', async () => {
  const [mine, theirs] = [await client.start(provider, REDIRECT), await client.start(provider, REDIRECT)];
  const back = fake.signIn(theirs.url);
  await expect(client.finish(provider, back, mine)).rejects.toMatchObject(REFUSED);
  back.searchParams.set('state', mine.state);
  await expect(client.finish(provider, back, mine)).rejects.toMatchObject(REFUSED);
});

const past = Math.floor(Date.now() / 1000) - 3600;

test.each<[string, Record<string, unknown>]>([
  ['of another sign-in (nonce)', { nonce: 'other' }],
  ['without nonce', { nonce: undefined }],
  ['for another client', { aud: 'other' }],
  ['for several, of whom another asked', { aud: ['suyuan', 'other'], azp: 'other' }],
  ['of another issuer', { iss: 'https://evil.example' }],
  ['that has expired', { iat: past - 300, exp: past }],
  ['that never ends', { exp: undefined }],
  ['of nobody', { sub: undefined }],
  ['of an empty subject', { sub: '' }],
  ['of an endless subject', { sub: 'x'.repeat(256) }],
])('a token %s is refused', async (_, claims) => {
  fake.behaviour.claims = claims;
  await expect(signIn()).rejects.toMatchObject(REFUSED);
});

test('a refusal says why to whoever reads the log, and holds no token', async () => {
  fake.behaviour.claims = { nonce: 'other' };
  const refused: unknown = await signIn().catch((error: unknown) => error);
  expect(inspect(refused, { depth: 20, showHidden: true })).toMatch(/nonce/);
  expect(inspect(refused, { depth: 20, showHidden: true })).not.toMatch(/eyJ|access_token/);
});

test.each(['none', 'foreign'] as const)('a token whose signature is %s is refused', async (signature) => {
  fake.behaviour.signature = signature;
  await expect(signIn()).rejects.toMatchObject(REFUSED);
});

test('a token without signature is refused also of a provider that announces such', async () => {
  Object.assign(fake.behaviour, {
    signature: 'none',
    metadata: { id_token_signing_alg_values_supported: ['RS256', 'none'] },
  });
  await expect(signIn()).rejects.toMatchObject(REFUSED);
});

test.each([false, true])(
  'after the provider has changed its keys people sign in as before (same kid: %s)',
  async (sameKid) => {
    await signIn();
    await fake.changeKeys({ sameKid });
    expect((await signIn()).subject).toBe('person-7');
  },
);

test('a provider is asked what it is once in ten minutes, and again after a failure', async () => {
  let now = 0;
  const timed = createOidcClient({ allowInsecure: true, now: () => now });
  const discoveries = (): number => fake.asked.filter((path) => path.startsWith('/.well-known/')).length;
  await timed.start(provider, REDIRECT);
  now = 599_999;
  const started = await timed.start(provider, REDIRECT);
  expect(discoveries()).toBe(1);
  now = 600_000;
  await timed.start(provider, REDIRECT);
  expect(discoveries()).toBe(2);
  await expect(timed.finish(provider, new URL(REDIRECT), started)).rejects.toMatchObject(REFUSED);
  await timed.start(provider, REDIRECT);
  expect(discoveries()).toBe(3);
});

test('a provider that is down is unavailable, and serves again when it is back', async () => {
  const started = await client.start(provider, REDIRECT);
  const back = fake.signIn(started.url);
  await fake.close();
  await expect(client.finish(provider, back, started)).rejects.toMatchObject(UNAVAILABLE);
  await expect(client.start(provider, REDIRECT)).rejects.toMatchObject(UNAVAILABLE);
  fake = await startFakeIssuer();
  provider = { ...provider, issuer: fake.issuer };
  expect((await signIn()).subject).toBe('person-7');
});

const PATHS = ['/.well-known/openid-configuration', '/token', '/jwks'];

/** A sign-in in which one request gets another answer. */
async function signInWith(
  path: string,
  instead: Parameters<FakeIssuer['behaviour']['instead']['set']>[1],
): Promise<OidcPerson> {
  const impatient = createOidcClient({ allowInsecure: true, timeoutS: 1 });
  if (path !== PATHS[0]) {
    const started = await impatient.start(provider, REDIRECT);
    fake.behaviour.instead.set(path, instead);
    return impatient.finish(provider, fake.signIn(started.url), started);
  }
  fake.behaviour.instead.set(path, instead);
  await impatient.start(provider, REDIRECT);
  throw new Error('it started');
}

test.each(PATHS)(
  'no answer, half an answer, a huge one, a fault and a redirect at %s are unavailable',
  async (path) => {
    const misbehaviours: Parameters<typeof signInWith>[1][] = [
      () => undefined,
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): unknown => response.destroyed || response.write(' '.repeat(65_536), more);
        more();
      },
      (response) => response.writeHead(500).end('{}'),
      (response) => response.writeHead(302, { location: `${fake.issuer}/elsewhere` }).end(),
    ];
    for (const misbehave of misbehaviours) {
      await expect(signInWith(path, misbehave)).rejects.toMatchObject(UNAVAILABLE);
      fake.behaviour.instead.clear();
    }
    expect(fake.asked).not.toContain('/elsewhere');
  },
);

test.each<[string, Record<string, unknown>]>([
  ['another issuer', { issuer: 'https://evil.example' }],
  ['nowhere to sign in', { authorization_endpoint: undefined }],
  ['a script to sign in at', { authorization_endpoint: 'javascript:alert(1)' }],
  ['plain http to sign in at', { authorization_endpoint: 'http://idp.example/authorize' }],
])('metadata with %s are of no use', async (_, metadata) => {
  fake.behaviour.metadata = metadata;
  await expect(client.start(provider, REDIRECT)).rejects.toMatchObject(UNAVAILABLE);
});

test('plain http is called on this machine alone, and only where that is allowed', async () => {
  await expect(createOidcClient().start(provider, REDIRECT)).rejects.toMatchObject(UNAVAILABLE);
  fake.behaviour.metadata = { token_endpoint: 'http://idp.example/token' };
  await expect(signIn()).rejects.toMatchObject(UNAVAILABLE);
  for (const issuer of ['http://idp.example', 'not an address', 'file:///etc/passwd']) {
    await expect(client.start({ ...provider, issuer }, REDIRECT)).rejects.toMatchObject(UNAVAILABLE);
  }
});
