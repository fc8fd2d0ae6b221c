/** A second factor: setting one up, signing in with it, losing it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resetHere } from '../../src/modules/identity/index.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Browser, browser, deviceCode, firstOwner, OWNER } from './browser.ts';

let server: TestServer;
let owner: Browser;
let secret: string;
let recoveryCodes: readonly string[];
beforeAll(async () => {
  server = await testServer();
  owner = await firstOwner(server);
  secret = (await owner.ask('POST', '/v1/me/totp')).body.secret;
  const confirmed = await owner.ask('POST', '/v1/me/totp/confirm', { code: deviceCode(secret, new Date()) });
  recoveryCodes = confirmed.body.recoveryCodes;
});
afterAll(() => server.close());

/** As if time had passed: the step of now counts again, and nobody has to wait. */
async function laterOn(): Promise<void> {
  await server.database.db.query('update identity.totp set last_step = 0');
  await server.database.db.query('delete from identity.attempt');
}

const halfIn = async (): Promise<Browser> => {
  const page = browser(server.url);
  const { body } = await page.ask('POST', '/v1/session', { name: OWNER.loginName, password: OWNER.password });
  expect(body.stage).toBe('second-factor');
  return page;
};
const bring = (page: Browser, code: string) => page.ask('POST', '/v1/session/second-factor', { code });
const now = (): string => deviceCode(secret, new Date());

test('setting one up gives ten codes for the day it is lost, and goes on under another token', async () => {
  expect(new Set(recoveryCodes).size).toBe(10);
  expect((await owner.ask('GET', '/v1/me')).body).toMatchObject({ hasFactor: true, recoveryCodesLeft: 10 });
});

test('between password and code nothing may be done, and nothing is told', async () => {
  const page = await halfIn();
  const asked = [
    ['GET', '/epcis/events'],
    ['GET', '/v1/trace?code=x'],
    ['GET', '/v1/me'],
    ['GET', '/v1/people'],
    ['POST', '/v1/me/totp'],
    ['DELETE', '/v1/me/totp'],
    ['POST', '/v1/me/recovery-codes'],
    ['GET', '/v1/places'],
  ] as const;
  for (const [method, path] of asked) {
    const { status, body } = await page.ask(method, path);
    expect([path, status, body.code]).toEqual([path, 401, 'session.unfinished']);
  }
  const { body } = await page.ask('GET', '/v1/session');
  expect(body).toMatchObject({ stage: 'second-factor', rights: [] });
  expect(body.organisation).toBeUndefined();
});

test('the code of the moment lets in, under another token, once', async () => {
  await laterOn();
  const page = await halfIn();
  const before = page.cookie ?? '';
  const code = now();
  expect((await bring(page, code)).body).toMatchObject({ stage: 'full' });
  expect((await browser(server.url, { cookie: before }).ask('GET', '/v1/session')).status).toBe(401);
  const second = await halfIn();
  expect((await bring(second, code)).body.code).toBe('sign-in.factor-used');
});

test('of ten who bring one code at once one is let in', async () => {
  await laterOn();
  const pages = await Promise.all(Array.from({ length: 4 }, halfIn));
  const code = now();
  const statuses = await Promise.all(pages.map(async (page) => (await bring(page, code)).status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

test('a wrong code is told, and after five the person has to wait, from wherever it tries', async () => {
  await laterOn();
  const page = await halfIn();
  const wrong = now() === '000000' ? '111111' : '000000';
  for (let i = 0; i < 5; i += 1) expect((await bring(page, wrong)).status).toBe(401);
  expect((await bring(page, now())).body.code).toBe('sign-in.blocked');
});

test('a device whose clock is an hour wrong is told so while it is set up, and lets nobody in', async () => {
  await laterOn();
  const clocks = await testServer();
  const page = await firstOwner(clocks);
  const { secret: own } = (await page.ask('POST', '/v1/me/totp')).body;
  const late = deviceCode(own, new Date(Date.now() - 3600_000));
  const { status, body } = await page.ask('POST', '/v1/me/totp/confirm', { code: late });
  expect([status, body.code]).toEqual([401, 'sign-in.factor-behind']);
  expect((await page.ask('GET', '/v1/me')).body.hasFactor).toBe(false);
  await page.ask('POST', '/v1/me/totp/confirm', { code: deviceCode(own, new Date()) });
  await clocks.database.db.query('update identity.totp set last_step = 0');
  const half = browser(clocks.url);
  await half.ask('POST', '/v1/session', { name: OWNER.loginName, password: OWNER.password });
  // Told there, it would say to whoever guesses that the code is going to be right.
  expect((await bring(half, deviceCode(own, new Date(Date.now() + 3600_000)))).body.code).toBe('sign-in.factor-wrong');
  await clocks.close();
});

describe('who has lost its device', () => {
  test('takes a code of its list, typed anyhow, once', async () => {
    await laterOn();
    const [code = ''] = recoveryCodes;
    expect((await bring(await halfIn(), ` ${code.toLowerCase()} `)).body.stage).toBe('full');
    expect((await bring(await halfIn(), code)).body.code).toBe('sign-in.factor-wrong');
    expect((await owner.ask('GET', '/v1/me')).body.recoveryCodesLeft).toBe(9);
  });

  test('makes a new list, and the one before opens nothing', async () => {
    await laterOn();
    await prove(owner);
    const { body } = await owner.ask('POST', '/v1/me/recovery-codes');
    await laterOn();
    expect((await bring(await halfIn(), recoveryCodes[5] ?? '')).status).toBe(401);
    expect((await bring(await halfIn(), body.recoveryCodes[5])).status).toBe(200);
  });
});

test('a new password by a link is still followed by the second factor', async () => {
  await laterOn();
  const link = await resetHere(server.database.ctx, OWNER.loginName, 'password');
  const page = browser(server.url);
  const { body } = await page.ask('POST', '/v1/links/password', { token: link?.token, password: OWNER.password });
  expect(body).toMatchObject({ stage: 'second-factor', rights: [] });
  // What was open has ended with it.
  expect((await owner.ask('GET', '/v1/session')).status).toBe(401);
  expect((await bring(page, now())).body.stage).toBe('full');
  owner = page;
});

async function prove(page: Browser): Promise<void> {
  await laterOn();
  const { status } = await page.ask('POST', '/v1/session/proof', { password: OWNER.password, code: now() });
  expect(status).toBe(200);
}

test('what needs a fresh proof is refused to a session that has had none for ten minutes', async () => {
  await server.database.db.query("update identity.session set proven_at = now() - interval '11 minutes'");
  const refused = await owner.ask('DELETE', '/v1/me/totp');
  expect([refused.status, refused.body.code]).toEqual([403, 'session.stale']);
  expect((await owner.ask('POST', '/v1/session/proof', { password: OWNER.password })).status).toBe(401);
  await prove(owner);
  expect((await owner.ask('DELETE', '/v1/me/totp')).status).toBe(204);
  expect((await owner.ask('GET', '/v1/me')).body).toMatchObject({ hasFactor: false, recoveryCodesLeft: 0 });
});

test('an organisation that asks for one has it set up before anything else, and it cannot be removed', async () => {
  await server.database.db.query("update identity.organisation set second_factor = 'managers' where no = 1");
  const page = browser(server.url);
  await server.database.db.query('delete from identity.attempt');
  const { body } = await page.ask('POST', '/v1/session', { name: OWNER.loginName, password: OWNER.password });
  expect(body).toMatchObject({ stage: 'enrol', rights: [] });
  expect((await page.ask('GET', '/v1/people')).body.code).toBe('session.unfinished');
  secret = (await page.ask('POST', '/v1/me/totp')).body.secret;
  expect((await page.ask('POST', '/v1/me/totp/confirm', { code: now() })).status).toBe(200);
  expect((await page.ask('GET', '/v1/people')).status).toBe(200);
  expect((await page.ask('DELETE', '/v1/me/totp')).body.code).toBe('person.factor-required');
});

test('nothing that is kept tells the secret of a device, a code or a token', async () => {
  const { rows } = await server.database.db.query<{ text: string }>(
    `select to_jsonb(t)::text as text from identity.totp t union all select to_jsonb(t)::text from identity.recovery_code t
     union all select to_jsonb(t)::text from identity.session t union all select to_jsonb(t)::text from identity.occurrence t`,
  );
  const kept = rows.map(({ text }) => text).join('\n');
  for (const told of [secret, ...recoveryCodes, owner.cookie?.split('=')[1] ?? '-']) expect(kept).not.toContain(told);
});
