/** Which keys the server takes, asked over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKey, listKeys, revokeKey, rotateKey, withKey } from '../src/modules/identity/index.ts';
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
    usedAt: null,
    replaces: null,
    ...{ scopes: null, label: null, siteId: null, madeBy: null, madeById: null },
  });
  const revoked = others.map(({ revokedAt }) => revokedAt !== null);
  expect(revoked).toEqual([...revoked].sort());
});

test('the list tells when a key was last used, to the minute; one that is refused was not used', async () => {
  const { db } = server.database;
  const key = await createKey(db, { role: 'query' });
  const usedAt = async (): Promise<Date | null | undefined> =>
    (await listKeys(db)).find(({ secretEnd }) => secretEnd === key.slice(-4))?.usedAt;
  const [id] = [await idOf(key)];
  expect(await usedAt()).toBeNull();
  expect(await statusWith(key)).toBe(200);
  const first = await usedAt();
  expect(Math.abs((first?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(await statusWith(key)).toBe(200);
  expect(await usedAt()).toEqual(first);
  await db.query("update identity.api_key set used_at = now() - interval '2 minutes' where id = $1", [id]);
  expect(await statusWith(key)).toBe(200);
  expect((await usedAt())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? Number.POSITIVE_INFINITY);
  await revokeKey(db, id);
  await db.query('update identity.api_key set used_at = null where id = $1', [id]);
  expect(await statusWith(key)).toBe(401);
  expect(await usedAt()).toBeNull();
});

describe('a key that is rotated', () => {
  const HOUR_MS = 3_600_000;
  const rotate = (id: string, more: Partial<Parameters<typeof rotateKey>[2]> = {}) =>
    server.database.db.transaction((tx) => rotateKey(tx, id, { overlapMs: HOUR_MS, now: new Date(), ...more }));

  test('is good for the overlap beside the new one, which is of the same organisation and role', async () => {
    const { db } = server.database;
    const old = await createKey(db, { role: 'query', org: 'urn:epc:id:pgln:0614141.00000' });
    const rotated = await rotate(await idOf(old));
    const fresh = rotated?.secret ?? '';
    expect([await statusWith(old), await statusWith(fresh)]).toEqual([200, 200]);
    const keys = await listKeys(db);
    const [before, after] = [old, fresh].map((key) => keys.find(({ secretEnd }) => secretEnd === key.slice(-4)));
    expect(after).toMatchObject({ role: 'query', org: before?.org, replaces: before?.id, expiresAt: null });
    expect(Math.abs((before?.expiresAt?.getTime() ?? 0) - Date.now() - HOUR_MS)).toBeLessThan(60_000);
    await db.query("update identity.api_key set expires_at = now() - interval '1 second' where id = $1", [before?.id]);
    expect([await statusWith(old), await statusWith(fresh)]).toEqual([401, 200]);
  });

  test('never lives longer for that, and the new one as long as the old one was made for', async () => {
    const { db } = server.database;
    const soon = new Date(Date.now() + HOUR_MS / 2);
    const old = await createKey(db, { role: 'query', expiresAt: soon });
    const rotated = await rotate(await idOf(old));
    expect(rotated?.old.expiresAt).toEqual(soon);
    const fresh = (await listKeys(db)).find(({ secretEnd }) => secretEnd === rotated?.secret.slice(-4));
    expect(Math.abs((fresh?.expiresAt?.getTime() ?? 0) - soon.getTime())).toBeLessThan(60_000);
    const expiresAt = new Date('2100-01-01T00:00:00Z');
    const named = await rotate(fresh?.id ?? '', { expiresAt });
    const last = (await listKeys(db)).find(({ secretEnd }) => secretEnd === named?.secret.slice(-4));
    expect(last?.expiresAt).toEqual(expiresAt);
  });

  test('twice at once gives two new keys and ends the old one once; one that is revoked or unknown is not rotated', async () => {
    const { db } = server.database;
    const old = await createKey(db, { role: 'query' });
    const id = await idOf(old);
    const both = await Promise.all([rotate(id), rotate(id)]);
    expect(new Set(both.map((each) => each?.secret)).size).toBe(2);
    expect(both[0]?.old.expiresAt?.getTime()).toBeCloseTo(both[1]?.old.expiresAt?.getTime() ?? 0, -4);
    await revokeKey(db, id);
    for (const none of [id, '', 'x', '00000000-0000-4000-8000-000000000000'])
      expect(await rotate(none)).toBeUndefined();
  });
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
