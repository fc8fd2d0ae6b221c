/** Keys of a local installation on the command line: made, listed, taken back, ended. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStartedDataDir, type Program, removeDataDir, run, startProgram } from './program.ts';

let dataDir: string;
let program: Program;
beforeAll(async () => {
  dataDir = makeStartedDataDir();
  program = await startProgram(dataDir);
});
afterAll(async () => {
  await program.end('SIGTERM');
  removeDataDir(dataDir);
});

async function listed(): Promise<Record<string, unknown>[]> {
  const { code, stdout, stderr } = await run(dataDir, 'key', 'list', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

async function statusWith(key: string): Promise<number> {
  return (await fetch(`${program.url}/epcis/events`, { headers: { authorization: `Bearer ${key}` } })).status;
}

test('a key is made with its end, listed without its secret, and refused by the running server once revoked', async () => {
  const made = await run(dataDir, 'key', 'create', '--role', 'query', '--org', 'ACME', '--expires', '90d');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/^sy_[\w-]{43}\n$/);
  const key = made.stdout.trim();
  const [kept] = await listed();
  expect(kept).toMatchObject({
    role: 'query',
    org: { code: 'ACME', name: null },
    secretEnd: key.slice(-4),
    revokedAt: null,
  });
  const days = (Date.parse(String(kept?.expiresAt)) - Date.parse(String(kept?.createdAt))) / 86_400_000;
  expect(Math.round(days)).toBe(90);
  const told = await run(dataDir, 'key', 'list');
  expect(told.stdout).toContain(String(kept?.id));
  expect(told.stdout).toMatch(/过期 expires/);
  expect(told.stdout).not.toContain(key.slice(3, -4));

  expect(await statusWith(key)).toBe(200);
  const revoked = await run(dataDir, 'key', 'revoke', String(kept?.id));
  expect(revoked).toMatchObject({ code: 0, stdout: expect.stringMatching(/撤销 revoked/) });
  expect(await statusWith(key)).toBe(401);
  expect((await listed())[0]?.revokedAt).not.toBeNull();
});

test('a key that is not there is refused with 1, in both languages', async () => {
  const refused = await run(dataDir, 'key', 'revoke', 'nobody');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/没有此密钥.*there is no key nobody/) });
});

test('a wrong command line ends with 2 and makes nothing', async () => {
  const before = await listed();
  for (const args of [
    [],
    ['revoke'],
    ['list', 'all'],
    ['create', '--expires', '2020-01-01'],
    ['create', '--expires', 'soon'],
  ]) {
    expect(await run(dataDir, 'key', ...args), args.join(' ')).toMatchObject({ code: 2, stdout: '' });
  }
  expect(await listed()).toEqual(before);
});

test('organisations: the own one first, those of keys made for them, each with the name and code it is given', async () => {
  const made = await run(dataDir, 'key', 'create', '--org', 'urn:epc:id:pgln:6990202.00002');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const list = async (): Promise<Record<string, unknown>[]> =>
    (await run(dataDir, 'org', 'list', '--json')).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const [own, ...others] = await list();
  expect(own).toMatchObject({ no: 1, code: null, name: null });
  const id = String(own?.id);
  const code = 'https://id.gs1.org/417/6990202000028';
  expect(others.map((each) => each.code)).toContain(code);
  expect(await run(dataDir, 'org', 'set', id, '--name', '绿源启元', '--code', 'urn:x:own')).toMatchObject({ code: 0 });
  expect((await list())[0]).toMatchObject({ id, code: 'urn:x:own', name: '绿源启元' });
  expect(await run(dataDir, 'org', 'set', id, '--code', code)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/属于另一企业.*another organisation/),
  });
  expect(await run(dataDir, 'org', 'set', 'nobody', '--name', 'x')).toMatchObject({ code: 1 });
});
