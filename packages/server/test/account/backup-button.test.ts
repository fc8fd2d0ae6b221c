/** A backup by a button: what is sent restores, and who asked for it is noted; nobody else gets a byte. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verify } from '../../src/index.ts';
import { restore } from '../../src/modules/backup/index.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { documentOf, objectEvent } from '../documents.ts';
import { emptyDatabase } from '../test-database.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { codeOf, type Firms, firmsOf } from './firms.ts';

const PATH = '/v1/operator/backup';
const passphrase = '四月的麦田 与风筝';

let server: TestServer;
let firms: Firms;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
  await server.client.capture(documentOf(Array.from({ length: 300 }, () => objectEvent())));
});
afterAll(() => server.close());

function asked(given: object = { passphrase }): Promise<Response> {
  return fetch(server.url + PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      cookie: firms.operator.cookie ?? '',
    },
    body: JSON.stringify(given),
  });
}

const lastAt = async (): Promise<string | null> => (await firms.operator.ask('GET', PATH)).body.lastAt;
/** As the organisation is told. */
async function noted(): Promise<string[]> {
  const { body } = await firms.operator.ask('GET', '/v1/occurrences?group=backup');
  return body.occurrences.map(({ kind }: { kind: string }) => kind);
}

test('what is sent is a backup that restores and holds against its log, and is told afterwards', async () => {
  expect((await firms.operator.ask('GET', PATH)).body).toEqual({ isOffered: true, lastAt: null });
  const answer = await asked();
  expect(answer.headers.get('content-disposition')).toMatch(/filename="suyuan-\d{4}-\d\d-\d\d\.backup"/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const file = Buffer.from(await answer.arrayBuffer());

  const target = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'suyuan-button-'));
  const restored = await restore(target.owner, Readable.from([file]), {
    passphrase,
    keysDir: join(folder, 'keys'),
    clock: systemClock,
  });
  expect(restored.logSize).toBeGreaterThan(0);
  const { rows } = await target.db.query<{ count: number }>('select count(*)::int as count from events.event');
  expect(rows[0]?.count).toBe(300);
  const steps = await Array.fromAsync(verify(target.ctx));
  expect(steps.filter((step) => !('checked' in step))).toEqual([]);
  await target.close();
  rmSync(folder, { recursive: true });

  // Noted before the end was sent.
  expect(await lastAt()).not.toBeNull();
  expect(await noted()).toEqual(['backup.made', 'backup.begun']);
});

test('one that is broken off is noted as begun alone, and the next one is made', async () => {
  const before = await noted();
  const answer = await asked();
  await answer.body?.cancel();
  await vi.waitFor(async () => {
    const next = await asked();
    await next.arrayBuffer();
    expect(next.status).toBe(200);
  });
  await vi.waitFor(async () => expect((await noted()).length).toBeGreaterThanOrEqual(before.length + 3));
  expect((await noted()).filter((kind) => kind === 'backup.begun').length).toBeGreaterThan(1);
});

test('two at once: one of them waits its turn', async () => {
  const answers = await Promise.all([asked(), asked(), asked()]);
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  const statuses = answers.map(({ status }) => status);
  expect(statuses).toContain(200);
  expect(statuses).toContain(409);
});

test('a passphrase that anybody finds out is refused, and so is whoever does not run the installation', async () => {
  expect((await asked({ passphrase: 'short' })).status).toBe(400);
  expect((await asked({})).status).toBe(400);
  const { page } = await firms.firm('别的单位');
  expect(await codeOf(page, 'GET', PATH)).toBe('right.missing');
  expect(await codeOf(page, 'POST', PATH, { passphrase })).toBe('right.missing');
});

test('it needs a fresh proof of who asks', async () => {
  await server.database.db.query("update identity.session set proven_at = now() - interval '11 minutes'");
  expect(await codeOf(firms.operator, 'POST', PATH, { passphrase })).toBe('session.stale');
  expect((await firms.operator.ask('GET', PATH)).status).toBe(200);
});

test('where the database is a server of its own, it says how a backup is made there', async () => {
  const named = await testServer({ offersBackup: false });
  const { operator } = await firmsOf(named);
  expect((await operator.ask('GET', PATH)).body).toEqual({ isOffered: false, lastAt: null });
  expect(await codeOf(operator, 'POST', PATH, { passphrase })).toBe('backup.not-offered');
  await named.close();
});
