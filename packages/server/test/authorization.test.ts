import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey, withKey } from '../src/modules/identity/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function statuses(authorization: string): Promise<number[]> {
  const headers = { authorization, 'content-type': 'application/json' };
  const answers = [
    await fetch(`${server.url}/epcis/capture`, { method: 'POST', headers, body: documentOf([objectEvent()]) }),
    await fetch(`${server.url}/epcis/events`, { headers }),
    await fetch(`${server.url}/v1/trace?code=a`, { headers }),
  ];
  return answers.map(({ status }) => status);
}

test('a key that was taken back opens nothing any more; others still do', async () => {
  const taken = await withKey(server.database.ctx, 'admin', async (key) => {
    expect(await statuses(`Bearer ${key}`)).toEqual([202, 200, 200]);
    return key;
  });
  expect(await statuses(`Bearer ${taken}`)).toEqual([401, 401, 401]);
  expect(await statuses(`Bearer ${server.key}`)).toEqual([202, 200, 200]);
});

test('a key that was lent is taken back also when its use failed', async () => {
  let lent = '';
  const use = withKey(server.database.ctx, 'admin', async (key) => {
    lent = key;
    throw new Error('failed');
  });
  await expect(use).rejects.toThrow('failed');
  expect(await statuses(`Bearer ${lent}`)).toEqual([401, 401, 401]);
});

test('who has no key is told with 401 that one is needed, whose key may not do it with 403 which role that has', async () => {
  const ask = async (headers: Record<string, string>) => {
    const url = `${server.url}/epcis/capture`;
    const sent = { 'content-type': 'application/json', 'accept-language': 'en', ...headers };
    const response = await fetch(url, { method: 'POST', headers: sent, body: documentOf([objectEvent()]) });
    return { challenge: response.headers.get('www-authenticate'), ...(await response.json()) };
  };
  const none = await ask({});
  expect(none).toMatchObject({ status: 401, code: 'key.missing', challenge: 'Bearer realm="suyuan"' });
  const lesser = await ask({ authorization: `Bearer ${await createKey(server.database.db, { role: 'query' })}` });
  expect(lesser).toMatchObject({ status: 403, code: 'key.role', challenge: null });
  expect(lesser.title).toContain('the role query');
});

test('a key reads and writes what its role may', async () => {
  const { db } = server.database;
  const keys = await Promise.all([
    createKey(db, { role: 'query' }),
    createKey(db, { role: 'capture' }),
    createKey(db, { role: 'admin' }),
  ]);
  const answers: number[][] = [];
  for (const key of keys) answers.push(await statuses(`Bearer ${key}`));
  expect(answers).toEqual([
    [403, 200, 200],
    [202, 200, 200],
    [202, 200, 200],
  ]);
});

test('a key counts as it was given, after "Bearer" in any case, and alone', async () => {
  const { key } = server;
  expect(await statuses(`bearer ${key}`)).toEqual([202, 200, 200]);
  for (const header of [key, `Basic ${key}`, `Bearer ${key} more`, `Bearer ${key.toUpperCase()}`, `Bearer ${key}x`]) {
    expect(await statuses(header), header.replaceAll(key, 'KEY')).toEqual([401, 401, 401]);
  }
});

test('only a hash of a key is kept', async () => {
  const { rows } = await server.database.db.query('select * from identity.api_key');
  expect(JSON.stringify(rows)).not.toContain(server.key.slice(3));
});
