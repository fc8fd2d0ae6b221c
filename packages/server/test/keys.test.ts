/** Which keys the server takes, asked over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey, listKeys, revokeKey, withKey } from '../src/modules/identity/index.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function statusWith(key: string): Promise<number> {
  return (await fetch(`${server.url}/epcis/events`, { headers: { authorization: `Bearer ${key}` } })).status;
}

async function idOf(key: string): Promise<string> {
  const found = (await listKeys(server.database.db)).find(({ secretEnd }) => secretEnd === key.slice(-4));
  return found?.id ?? '';
}

test('a key is refused from the moment on at which it is revoked', async () => {
  const { db } = server.database;
  const key = await createKey(db, { role: 'query' });
  expect(await statusWith(key)).toBe(200);
  const revoked = await revokeKey(db, await idOf(key));
  expect(revoked).toMatchObject({ role: 'query', revokedAt: expect.any(Date) });
  const refused = await fetch(`${server.url}/epcis/events`, { headers: { authorization: `Bearer ${key}` } });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect((await revokeKey(db, revoked?.id ?? ''))?.revokedAt).toEqual(revoked?.revokedAt);
  expect(await statusWith(server.key)).toBe(200);
});

test('a key is refused from the moment on at which it expires', async () => {
  const { db } = server.database;
  const key = await createKey(db, { role: 'query', expiresAt: new Date(Date.now() + 3_600_000) });
  expect(await statusWith(key)).toBe(200);
  // The hour passes.
  await db.query("update identity.api_key set expires_at = now() - interval '1 millisecond' where id = $1", [
    await idOf(key),
  ]);
  expect(await statusWith(key)).toBe(401);
});

test('the list shows what a key is and nothing of which its secret could be made', async () => {
  const { db } = server.database;
  const expiresAt = new Date('2100-01-01T00:00:00Z');
  const key = await createKey(db, { role: 'admin', org: 'urn:epc:id:pgln:0614141.00000', expiresAt });
  const [first, ...others] = await listKeys(db);
  expect(first).toEqual({
    id: expect.any(String),
    role: 'admin',
    org: { no: expect.any(Number), id: expect.any(String), code: 'https://id.gs1.org/417/0614141000005', name: null },
    secretEnd: key.slice(-4),
    createdAt: expect.any(Date),
    expiresAt,
    revokedAt: null,
  });
  const revoked = others.map(({ revokedAt }) => revokedAt !== null);
  expect(revoked).toEqual([...revoked].sort());
});

test.each(['', 'x', '00000000-0000-4000-8000-000000000000', "' or true --"])('no key has the id %j', async (id) => {
  expect(await revokeKey(server.database.db, id)).toBeUndefined();
});

test('a key that is lent for a command is in force meanwhile, ends by itself, and is taken back', async () => {
  const { db, ctx } = server.database;
  const lent = await withKey(ctx, 'query', async (key) => {
    expect(await statusWith(key)).toBe(200);
    const kept = (await listKeys(db)).find(({ secretEnd }) => secretEnd === key.slice(-4));
    const life = (kept?.expiresAt?.getTime() ?? 0) - (kept?.createdAt.getTime() ?? 0);
    expect(Math.round(life / 600_000)).toBe(7 * 24 * 6); // a week, in tens of minutes
    return key;
  });
  expect(await statusWith(lent)).toBe(401);
});
