/** Signing in, from the first start on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginFirstStart } from '../../src/modules/identity/index.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Browser, browser, firstOwner, OWNER } from './browser.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await testServer();
  owner = await firstOwner(server);
});
afterAll(() => server.close());

const signIn = (page: Browser, name = OWNER.loginName, password = OWNER.password) =>
  page.ask('POST', '/v1/session', { name, password });

test('the first start makes the first person, who owns the organisation, and is signed in', async () => {
  const { status, body } = await owner.ask('GET', '/v1/session');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    stage: 'full',
    person: { name: OWNER.name },
    organisation: { name: '青山果园', role: 'owner', tie: 'itself', status: 'active' },
    hasFactor: false,
  });
  expect(body.rights).toContain('operate');
});

test('it is once: neither its link nor another start opens it again', async () => {
  expect(await beginFirstStart(server.database.ctx, undefined)).toBeUndefined();
  expect(await beginFirstStart(server.database.ctx, 'an entirely other one')).toBeUndefined();
});

test('a name and a password open a session of one cookie that no script reads and no other site sends', async () => {
  const page = browser(server.url);
  const { status, headers, body } = await signIn(page);
  expect([status, body.stage]).toEqual([200, 'full']);
  expect(headers.getSetCookie()).toEqual([
    expect.stringMatching(/^suyuan-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
  ]);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(JSON.stringify(body)).not.toContain(page.cookie?.split('=')[1] ?? '-');
  expect((await page.ask('GET', '/epcis/events')).status).toBe(200);
});

test('behind TLS the cookie is bound to the host', async () => {
  const secure = await testServer({ publicUrl: 'https://trace.example.com' });
  await firstOwner(secure);
  const { headers } = await signIn(browser(secure.url));
  expect(headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-suyuan=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ]);
  await secure.close();
});

test.each(['Wang.Jianguo', ' ｗａｎｇ.jianguo '])('a login name is one however it is typed: %s', async (name) => {
  expect((await signIn(browser(server.url), name)).status).toBe(200);
});

test('what is unknown and what is wrong are answered alike, byte for byte', async () => {
  const address = { 'accept-language': 'zh' };
  const wrong = await browser(server.url).ask(
    'POST',
    '/v1/session',
    { name: OWNER.loginName, password: 'not it at all' },
    address,
  );
  const unknown = await browser(server.url).ask(
    'POST',
    '/v1/session',
    { name: 'nobody', password: 'not it at all' },
    address,
  );
  expect(wrong.status).toBe(401);
  expect(unknown.body).toEqual(wrong.body);
  expect(wrong.body).toMatchObject({ code: 'sign-in.wrong', title: '登录名或密码不正确' });
});

test('signing out ends the session on the server', async () => {
  const page = browser(server.url);
  await signIn(page);
  const held = page.cookie ?? '';
  expect((await page.ask('DELETE', '/v1/session')).status).toBe(204);
  expect(page.cookie).toBeUndefined();
  expect((await browser(server.url, { cookie: held }).ask('GET', '/v1/session')).status).toBe(401);
});

test('a token that somebody planted before is another after: no session is fixed', async () => {
  const planted = 'a'.repeat(43);
  const page = browser(server.url, { cookie: `suyuan-session=${planted}` });
  const { headers } = await signIn(page);
  expect(headers.getSetCookie()[0]).not.toContain(planted);
  expect((await browser(server.url, { cookie: `suyuan-session=${planted}` }).ask('GET', '/v1/session')).status).toBe(
    401,
  );
});

test('signing in anew in a browser ends what was open there', async () => {
  const page = browser(server.url);
  await signIn(page);
  const before = page.cookie ?? '';
  await signIn(page);
  expect((await browser(server.url, { cookie: before }).ask('GET', '/v1/session')).status).toBe(401);
});

test('a password is changed by whoever knows the one before; other sessions end, this one goes on', async () => {
  const own = await testServer();
  const page = await firstOwner(own);
  const elsewhere = browser(own.url);
  await signIn(elsewhere);
  const change = (current: string, next: string) => page.ask('PUT', '/v1/me/password', { current, next });
  expect((await change('not it at all', '新的一句长长的话')).body.code).toBe('sign-in.wrong');
  expect((await change(OWNER.password, 'short')).body.code).toBe('person.password-short');
  expect((await change(OWNER.password, '新的一句长长的话')).status).toBe(204);
  expect((await page.ask('GET', '/v1/session')).status).toBe(200);
  expect((await elsewhere.ask('GET', '/v1/session')).status).toBe(401);
  expect((await signIn(browser(own.url))).status).toBe(401);
  expect((await signIn(browser(own.url), OWNER.loginName, '新的一句长长的话')).status).toBe(200);
  await own.close();
});

test.each([
  ['after half an hour of silence, of whoever manages', "seen_at = now() - interval '31 minutes'"],
  ['after its whole life, however busy', 'ends_at = now()'],
])('a session ends %s', async (_, change) => {
  const page = browser(server.url);
  const { body } = await signIn(page);
  await server.database.db.query(
    `update identity.session set ${change} where id = (select id from identity.session order by made_at desc limit 1)`,
  );
  expect(body.stage).toBe('full');
  expect((await page.ask('GET', '/v1/session')).status).toBe(401);
});

test('who signs out leaves nothing in the browser', async () => {
  const page = browser(server.url);
  await signIn(page);
  const { headers } = await page.ask('DELETE', '/v1/session');
  expect(headers.get('clear-site-data')).toBe('"cache"');
});

describe('another site', () => {
  test.each([
    ['says so', { 'sec-fetch-site': 'cross-site' }],
    ['is one of the same registered domain', { 'sec-fetch-site': 'same-site' }],
    ['is told by its origin alone', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['is nowhere', { 'sec-fetch-site': '', origin: 'null' }],
  ])('that %s neither uses a session nor opens one', async (_, headers) => {
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    const page = browser(server.url);
    await signIn(page);
    const foreign = async (path: string, body: unknown) => {
      const answer = await fetch(server.url + path, {
        method: 'POST',
        headers: { ...sent, cookie: page.cookie ?? '', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return [answer.status, (await answer.json()).code];
    };
    expect(await foreign('/epcis/capture', {})).toEqual([403, 'request.foreign-origin']);
    expect(await foreign('/v1/session', { name: OWNER.loginName, password: OWNER.password })).toEqual([
      403,
      'request.foreign-origin',
    ]);
    expect(await foreign('/v1/links/open', { token: 'a'.repeat(43) })).toEqual([403, 'request.foreign-origin']);
  });

  test('a cookie that comes without a word of where from is not believed', async () => {
    const page = browser(server.url);
    await signIn(page);
    const answer = await fetch(`${server.url}/v1/session`, {
      method: 'DELETE',
      headers: { cookie: page.cookie ?? '' },
    });
    expect(answer.status).toBe(403);
  });
});

test('a form of another kind than JSON is refused', async () => {
  const answer = await fetch(`${server.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ name: OWNER.loginName, password: OWNER.password }),
  });
  expect(answer.status).toBe(415);
});

describe('tries', () => {
  test('of one name from one address: five are weighed, then waiting is asked for, and a right one waits too', async () => {
    const guesser = await testServer();
    await firstOwner(guesser);
    const page = browser(guesser.url);
    for (let i = 0; i < 5; i += 1) expect((await signIn(page, OWNER.loginName, `wrong ${i} wrong`)).status).toBe(401);
    const { status, headers, body } = await signIn(page);
    expect([status, body.code]).toEqual([429, 'sign-in.blocked']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(20);
    // Somebody else at the same address, and the same person from elsewhere, are let in.
    await guesser.database.db.query("update identity.attempt set blocked_until = now() - interval '1 s'");
    expect((await signIn(page)).status).toBe(200);
    await guesser.close();
  });

  test('a thousand at once: no more are weighed than one after another', { timeout: 120_000 }, async () => {
    const guesser = await testServer();
    await firstOwner(guesser);
    const begun = Date.now();
    const statuses = new Map<number, number>();
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(
        Array.from({ length: 200 }, async (_, i) => {
          const { status } = await signIn(browser(guesser.url), OWNER.loginName, `guess ${round} ${i}`);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
      );
    }
    // One more for each wait that a slow machine took to send them: 30 s, then 60 s.
    const waits = Math.ceil((Date.now() - begun) / 30_000) - 1;
    expect(statuses.get(401)).toBeLessThanOrEqual(5 + waits);
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    const { rows } = await guesser.database.db.query("select 1 from identity.occurrence where kind = 'sign-in.failed'");
    expect(rows.length).toBe(statuses.get(401));
    await guesser.close();
  });

  test('a forged X-Forwarded-For is no other address', async () => {
    const guesser = await testServer();
    await firstOwner(guesser);
    for (let i = 0; i < 5; i += 1) {
      await browser(guesser.url, { 'x-forwarded-for': `10.0.0.${i}` }).ask('POST', '/v1/session', {
        name: OWNER.loginName,
        password: 'guess guess',
      });
    }
    const last = await browser(guesser.url, { 'x-forwarded-for': '10.0.0.99' }).ask('POST', '/v1/session', {
      name: OWNER.loginName,
      password: 'guess guess',
    });
    expect(last.status).toBe(429);
    await guesser.close();
  });

  test('behind a proxy that is trusted, an address is what it says', async () => {
    const behind = await testServer({ trustedProxies: ['127.0.0.1'] });
    await firstOwner(behind);
    const from = (address: string) =>
      browser(behind.url, { 'x-forwarded-for': address }).ask('POST', '/v1/session', {
        name: OWNER.loginName,
        password: 'guess guess',
      });
    for (let i = 0; i < 6; i += 1) await from('192.0.2.1');
    expect((await from('192.0.2.1')).status).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(401);
    await behind.close();
  });
});
