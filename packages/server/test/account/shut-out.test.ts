/** People who are shut out by whoever has the machine, and rights that are refused: who it was is in the log. */
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { disableHere, endSessionsHere } from '../../src/modules/identity/index.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { type Browser, browser, firstOwner, OWNER } from './browser.ts';
import { codeOf, somebody } from './firms.ts';

const lines: string[] = [];
let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await testServer({ log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }) });
  owner = await firstOwner(server);
});
afterAll(() => server.close());

async function joined(role: string): Promise<{ page: Browser; person: ReturnType<typeof somebody> }> {
  const made = await owner.ask('POST', '/v1/invitations', { name: '赵六', role });
  const page = browser(server.url);
  const person = somebody();
  const token = made.body.url.split('#')[1];
  expect((await page.ask('POST', '/v1/links/invitation', { token, person })).status).toBe(200);
  return { page, person };
}

const signIn = ({ loginName, password }: { loginName: string; password: string }) =>
  browser(server.url).ask('POST', '/v1/session', { name: loginName, password });

test('who is shut out is so at once, cannot come again, and can once it is let in; both are told', async () => {
  const { ctx } = server.database;
  const { page, person } = await joined('recorder');
  expect((await page.ask('GET', '/v1/me')).status).toBe(200);
  expect(await disableHere(ctx, person.loginName, true)).toBe(true);
  expect(await codeOf(page, 'GET', '/v1/me')).toBe('session.missing');
  expect((await signIn(person)).body.code).toBe('sign-in.wrong');
  expect((await owner.ask('GET', '/v1/me')).status).toBe(200);

  expect(await disableHere(ctx, person.loginName, false)).toBe(true);
  expect(await codeOf(page, 'GET', '/v1/me')).toBe('session.missing');
  expect((await signIn(person)).status).toBe(200);
  const { body } = await owner.ask('GET', '/v1/occurrences?group=person&perPage=2');
  expect(body.occurrences.map(({ kind }: { kind: string }) => kind)).toEqual(['person.enabled', 'person.disabled']);
  for (const nobody of ['nobody.here', '']) expect(await disableHere(ctx, nobody, true)).toBe(false);
});

test('sessions end: those of one person, then those of everybody', async () => {
  const { ctx } = server.database;
  const { page, person } = await joined('viewer');
  expect(await endSessionsHere(ctx, person.loginName)).toBe(1);
  expect(await codeOf(page, 'GET', '/v1/me')).toBe('session.missing');
  expect((await owner.ask('GET', '/v1/me')).status).toBe(200);
  expect(await endSessionsHere(ctx, 'nobody.here')).toBeUndefined();
  await signIn(person);
  expect(await endSessionsHere(ctx, undefined)).toBeGreaterThan(1);
  expect(await codeOf(owner, 'GET', '/v1/me')).toBe('session.missing');
  expect((await signIn(OWNER)).status).toBe(200);
});

test('a right that is refused is logged, with who asked for what; a secret or a name is not', async () => {
  owner = browser(server.url);
  await owner.ask('POST', '/v1/session', { name: OWNER.loginName, password: OWNER.password });
  const { page, person } = await joined('viewer');
  const me = (await page.ask('GET', '/v1/session')).body;
  lines.length = 0;
  expect(await codeOf(page, 'POST', '/v1/keys', { label: 'x', role: 'query' })).toBe('right.missing');
  const [line = '', ...more] = lines;
  expect(more).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    refused: 'right.missing',
    method: 'POST',
    route: '/v1/keys',
    from: '127.0.0.1',
    person: me.person.id,
    org: me.organisation.id,
  });
  expect(line).not.toMatch(new RegExp(`${person.loginName}|${person.name}|suyuan-session`));
});
