/** Signing in by a provider, from the button to the session. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from './browser.ts';
import { deviceCode, OWNER } from './browser.ts';
import { come, link, type ProviderServer, providerServer, REFUSED, stranger } from './provider-server.ts';

let at: ProviderServer;
let id: string;

beforeAll(async () => {
  at = await providerServer();
  id = await at.provide();
});
afterAll(() => at.close());
beforeEach(async () => {
  at.fake.behaviour.claims = {};
  at.fake.behaviour.instead.clear();
  await at.server.database.db.query('delete from identity.attempt');
  await at.server.database.db.query('update identity.session set proven_at = now()');
});

const sessions = async (): Promise<number> =>
  (await at.server.database.db.query<{ n: number }>('select count(*)::int as n from identity.session')).rows[0]?.n ?? 0;

test('the sign-in page is told the name, and nothing else, of each provider', async () => {
  const { body } = await stranger(at).ask('GET', '/v1/providers');
  expect(body).toEqual({ providers: [{ id, name: '政务统一认证' }] });
});

test('whoever has linked its account signs in by it, and comes to where it wanted to', async () => {
  expect(await link(at, at.owner, { sub: 'owner-1', provider: id })).toBe('/console/me');
  expect((await at.owner.ask('GET', '/v1/me/subjects')).body.subjects).toMatchObject([
    { providerId: id, enabled: true },
  ]);
  const page = stranger(at);
  expect(await at.signIn(page, id, { returnTo: '/console/records?q=a&b=c' })).toBe('/console/records?q=a&b=c');
  const { body } = await page.ask('GET', '/v1/session');
  expect(body).toMatchObject({ stage: 'full', person: { name: OWNER.name } });
  const { body: noted } = await page.ask('GET', '/v1/occurrences?kind=sign-in.done');
  expect(JSON.stringify(noted.occurrences[0])).toContain(id);
});

test('an account that nobody has linked signs nobody in, whatever name and e-mail come with it', async () => {
  const [page, before] = [stranger(at), await sessions()];
  at.fake.behaviour.claims = {
    sub: 'nobody',
    name: OWNER.name,
    email: OWNER.loginName,
    preferred_username: OWNER.loginName,
  };
  expect(await at.signIn(page, id)).toBe(REFUSED('oidc.unknown'));
  expect((await page.ask('GET', '/v1/session')).status).toBe(401);
  expect(await sessions()).toBe(before);
});

describe('the way back', () => {
  beforeEach(() => {
    at.fake.behaviour.claims = { sub: 'owner-1' };
  });
  const depart = (page: Browser): Promise<string> => at.depart(page, `/v1/session/providers/${id}`);

  test('is gone once', async () => {
    const page = stranger(at);
    const back = await depart(page);
    expect(await come(page, back)).toBe('/console');
    expect(await come(page, back)).toBe(REFUSED('oidc.flow'));
  });

  test('of twenty who come at once with one state, one has a session', async () => {
    const page = stranger(at);
    const [back, before] = [await depart(page), await sessions()];
    const cookie = page.cookie ?? '';
    const ways = await Promise.all(
      Array.from({ length: 20 }, () => at.server.url + back).map((url) => fetch(url, { headers: { cookie } })),
    );
    expect(ways.filter((way) => way.headers.getSetCookie().some((set) => /^suyuan-session=/.test(set)))).toHaveLength(
      1,
    );
    expect(await sessions()).toBe(before + 1);
  });

  test('leads nowhere in another browser, and is still there for its own', async () => {
    const [page, other] = [stranger(at), stranger(at)];
    const back = await depart(page);
    await depart(other);
    expect(await come(other, back)).toBe(REFUSED('oidc.flow'));
    expect(await come(stranger(at), back)).toBe(REFUSED('oidc.flow'));
    expect(await come(page, back)).toBe('/console');
  });

  test('is for ten minutes', async () => {
    const page = stranger(at);
    const back = await depart(page);
    await at.server.database.db.query("update identity.oidc_flow set expires_at = now() - interval '1 second'");
    expect(await come(page, back)).toBe(REFUSED('oidc.flow'));
  });

  test('two windows of a browser are each on their own', async () => {
    const page = stranger(at);
    const [one, two] = [await depart(page), await depart(page)];
    expect([await come(page, two), await come(page, one)]).toEqual(['/console', '/console']);
  });

  test('is refused with a nonce of another way, and without state', async () => {
    const page = stranger(at);
    at.fake.behaviour.claims = { sub: 'owner-1', nonce: 'another' };
    expect(await at.signIn(page, id)).toBe(REFUSED('oidc.refused'));
    expect(await come(page, '/v1/session/providers/callback?code=x')).toBe(REFUSED('oidc.flow'));
    expect((await page.ask('GET', '/v1/session')).status).toBe(401);
  });

  test('is the server’s own address, whatever a request says', async () => {
    const { body } = await stranger(at).ask(
      'POST',
      `/v1/session/providers/${id}`,
      {},
      { 'x-forwarded-host': 'evil.example' },
    );
    const asked = new URL(body.url).searchParams.get('redirect_uri');
    expect(asked).toBe(`${at.server.url}/v1/session/providers/callback`);
    expect((await at.owner.ask('GET', '/v1/operator/providers')).body.redirectUri).toBe(asked);
  });

  test.each(['//evil.example', 'https://evil.example', '\\\\evil.example', '/\\evil.example', '/console/../..//evil'])(
    'does not lead to %s',
    async (returnTo) => {
      const { status, body } = await stranger(at).ask('POST', `/v1/session/providers/${id}`, { returnTo });
      expect([status, body.code]).toEqual([400, 'request.invalid']);
    },
  );

  test('ends what was open in the browser', async () => {
    const page = stranger(at);
    await at.signIn(page, id);
    const before = page.cookie ?? '';
    await at.signIn(page, id);
    const answer = await fetch(`${at.server.url}/v1/session`, {
      headers: { cookie: before, 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.status).toBe(401);
  });

  test('holds after the provider has changed its keys', async () => {
    await at.fake.changeKeys();
    expect(await at.signIn(stranger(at), id)).toBe('/console');
  });

  test('whoever begins without end has to wait', async () => {
    const page = stranger(at);
    const begin = async (): Promise<number> => (await page.ask('POST', `/v1/session/providers/${id}`, {})).status;
    for (let i = 0; i < 50; i += 1) expect(await begin()).toBe(200);
    expect(await begin()).toBe(429);
  });
});

test('a provider that is away is told in words, at the start and on the way back, and nothing is lost', async () => {
  const away = await at.provide({ issuer: 'http://127.0.0.1:1', name: '不在' });
  const refused = await at.owner.ask('POST', `/v1/session/providers/${away}`, {});
  expect([refused.status, refused.body.code]).toEqual([503, 'oidc.unavailable']);
  expect(refused.body.title).toMatch(/cannot be reached/);
  at.fake.behaviour.claims = { sub: 'owner-1' };
  at.fake.behaviour.instead.set('/token', (response) => void response.writeHead(500).end());
  expect(await at.signIn(at.owner, id)).toBe(REFUSED('oidc.unavailable'));
  expect((await at.owner.ask('GET', '/v1/session')).body.stage).toBe('full');
  await at.owner.ask('DELETE', `/v1/operator/providers/${away}`);
});

describe('the second factor', () => {
  let secret: string;
  beforeAll(async () => {
    await at.server.database.db.query('update identity.session set proven_at = now()');
    secret = (await at.owner.ask('POST', '/v1/me/totp')).body.secret;
    await at.owner.ask('POST', '/v1/me/totp/confirm', { code: deviceCode(secret, new Date()) });
    await at.server.database.db.query('update identity.totp set last_step = 0');
  });
  afterAll(async () => {
    await at.owner.ask('DELETE', '/v1/me/totp');
  });
  const stageOf = async (amr: unknown): Promise<string> => {
    at.fake.behaviour.claims = { sub: 'owner-1', amr };
    const page = stranger(at);
    await at.signIn(page, id);
    return (await page.ask('GET', '/v1/session')).body.stage;
  };

  test.each([[undefined], [['pwd']], [['otp']], [['pwd', 'pin']], ['mfa']])(
    'is still asked for after %j',
    async (amr) => {
      expect(await stageOf(amr)).toBe('second-factor');
    },
  );
  test.each([[['mfa']], [['pwd', 'otp']], [['pin', 'hwk']]])('is not asked for again after %j', async (amr) => {
    expect(await stageOf(amr)).toBe('full');
  });
  test('is brought, and the session goes on', async () => {
    at.fake.behaviour.claims = { sub: 'owner-1' };
    const page = stranger(at);
    await at.signIn(page, id);
    const { body } = await page.ask('POST', '/v1/session/second-factor', { code: deviceCode(secret, new Date()) });
    expect(body.stage).toBe('full');
  });
  test('a provider that did not ask as strongly as it has to signs nobody in', async () => {
    await at.owner.ask('PATCH', `/v1/operator/providers/${id}`, { acrValues: 'loa2 loa3' });
    const ends: string[] = [];
    for (const acr of ['loa1', undefined, 'loa3']) {
      at.fake.behaviour.claims = { sub: 'owner-1', acr };
      ends.push(await at.signIn(stranger(at), id));
    }
    expect(ends).toEqual([REFUSED('oidc.strength'), REFUSED('oidc.strength'), '/console']);
    await at.owner.ask('PATCH', `/v1/operator/providers/${id}`, { acrValues: null });
  });
});
