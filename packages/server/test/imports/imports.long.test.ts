/** A file as long as a year of a large firm: each of its rows is recorded once; what it takes is printed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firm, firmsOf } from '../account/firms.ts';
import { type TestServer, testServer } from '../test-server.ts';
import { aRow, check, csv, HEAD, recordAll } from './files.ts';

const ROWS = 100_000;
/** Of a thousand rows one has no code, and one a day that never was. */
const EACH = 1_000;
const FAULTY = (2 * ROWS) / EACH;
/** Beyond what the program had before; of it most is what V8 has done with and not yet taken away. */
const MEMORY_MAX_MB = 500;
const ANSWER_MAX_MS = 1_000;

let server: TestServer;
let firm: Firm;
beforeAll(async () => {
  server = await testServer();
  firm = await (await firmsOf(server)).firm('十万行面粉厂', { categories: ['food'] });
});
afterAll(() => server.close());

function rowOf(n: number): readonly string[] {
  const fault = { 0: { 货品编码: '' }, 1: { 购进日期: '2026-02-30' } }[n % EACH];
  return aRow(n, fault ?? {});
}

async function countsOf(): Promise<unknown> {
  const { rows } = await server.database.db.query(
    `select count(*)::int as records, count(distinct r.identity_key)::int as identities
     from events.record r join identity.organisation o on o.no = r.org_no where o.id = $1`,
    [firm.id],
  );
  return rows[0];
}

/** Memory, and how long others wait for an answer, until it is told to end. */
function watching() {
  const before = process.memoryUsage().rss;
  let [most, slowestMs, isOver] = [before, 0, false];
  const all = (async () => {
    while (!isOver) {
      const start = performance.now();
      await (await fetch(`${server.url}/healthz`)).arrayBuffer();
      slowestMs = Math.max(slowestMs, performance.now() - start);
      most = Math.max(most, process.memoryUsage().rss);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return async () => {
    isOver = true;
    await all;
    return { grownMb: Math.round((most - before) / 2 ** 20), slowestMs: Math.round(slowestMs) };
  };
}

test(`of ${ROWS} rows each that can be is recorded, and recorded once`, { timeout: 600_000 }, async () => {
  const file = csv([HEAD, ...Array.from({ length: ROWS }, (_, n) => rowOf(n))]);
  const by = { server, page: firm.page };
  const end = watching();
  const start = performance.now();
  const checked = await check(by, file);
  const checkedMs = performance.now() - start;
  expect(checked).toMatchObject({ state: 'checked', rows: ROWS, good: ROWS - FAULTY, faulty: FAULTY });
  expect(checked.faults).toHaveLength(200);
  const done = await recordAll(by, checked.id);
  const ms = performance.now() - start;
  const { grownMb, slowestMs } = await end();
  process.stdout.write(
    `${ROWS} rows: checked after ${Math.round(checkedMs)} ms, recorded after ${Math.round(ms)} ms; ${grownMb} MB more; slowest answer ${slowestMs} ms\n`,
  );
  expect(done).toMatchObject({ state: 'recorded', handled: ROWS - FAULTY, recorded: ROWS - FAULTY, refused: 0 });
  expect(await countsOf()).toEqual({ records: ROWS - FAULTY, identities: ROWS - FAULTY });
  expect(grownMb).toBeLessThan(MEMORY_MAX_MB);
  expect(slowestMs).toBeLessThan(ANSWER_MAX_MS);
});
