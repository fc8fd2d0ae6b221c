/**
 * What it costs that the database keeps tenants apart: the same work with row security and the checks of its functions, and
 * without, in turn on one store.
 */
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import type { Output } from '../output.ts';
import { type BenchSetting, documentNumber } from './bench-capture.ts';

/** Rounds with and without, in turn, so that whatever else the machine does meets both alike. */
const ROUNDS = 7;
const DOCUMENTS_PER_ROUND = 8;
const SENDERS = 4;
const ASKED_PER_ROUND = 10;
const PER_PAGE = 500;

interface Times {
  readonly capture: number[];
  readonly pages: number[];
  readonly trace: number[];
}

export async function benchWalls(setting: BenchSetting, output: Output): Promise<void> {
  const { client } = setting;
  for (const { document } of demoDocuments({ scale: 1 })) await client.capture(JSON.stringify(document));
  const walls = await readWalls(setting);
  const up: Times = { capture: [], pages: [], trace: [] };
  const down: Times = { capture: [], pages: [], trace: [] };
  let number = FIRST_DOCUMENT;
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const times = round % 2 === 0 ? up : down;
    await setWalls(setting, walls, times === up ? 'up' : 'down');
    await measure(setting, times, number);
    number += DOCUMENTS_PER_ROUND;
  }
  await setWalls(setting, walls, 'up');
  for (const name of ['capture', 'pages', 'trace'] as const) {
    const ratio = median(down[name]) / median(up[name]);
    output.line(
      `${name}: ${median(up[name]).toFixed(0)} ms a round with row security, ${median(down[name]).toFixed(0)} without, ratio ${ratio.toFixed(2)}`,
      { bench: 'walls', name, ms: median(up[name]), withoutMs: median(down[name]), ratio },
    );
  }
}

/** Behind those of the capture bench, which may have run on the same store. */
const FIRST_DOCUMENT = 1_000_000;

async function measure({ client }: BenchSetting, times: Times, number: number): Promise<void> {
  const left = Array.from({ length: DOCUMENTS_PER_ROUND }, (_, i) => documentNumber(number + i)).values();
  times.capture.push(
    await timed(async () => {
      await Promise.all(
        Array.from({ length: SENDERS }, async () => {
          for (const document of left) await client.capture(document);
        }),
      );
    }),
  );
  times.pages.push(
    await timed(async () => {
      for (let i = 0; i < ASKED_PER_ROUND; i += 1) {
        await client.events({ perPage: String(PER_PAGE), ...(i % 2 === 0 ? {} : { EQ_bizStep: 'shipping' }) });
      }
    }),
  );
  const code = demoHighlights({ scale: 1 }).find(({ key }) => key === 'can')?.code ?? '';
  times.trace.push(
    await timed(async () => {
      for (let i = 0; i < ASKED_PER_ROUND; i += 1) await client.trace({ codes: [code], direction: 'both' });
    }),
  );
}

interface Walls {
  readonly tables: readonly string[];
  /** The function that gives a tenant's events, as it is. */
  readonly ownEvents: string;
}

async function readWalls({ owner }: BenchSetting): Promise<Walls> {
  const { rows: tables } = await owner.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where relrowsecurity order by 1',
  );
  const { rows } = await owner.query<{ text: string }>(
    `select pg_get_functiondef('events.own_events(uuid[])'::regprocedure) as text`,
  );
  return { tables: tables.map(({ name }) => name), ownEvents: rows[0]?.text ?? '' };
}

const ALL_EVENTS = `create or replace function events.own_events(ids uuid[]) returns setof events.event
  language sql stable security definer set search_path = ''
begin atomic select e.* from events.event e where e.id = any(ids); end`;

async function setWalls({ owner }: BenchSetting, { tables, ownEvents }: Walls, state: 'up' | 'down'): Promise<void> {
  const verb = state === 'up' ? 'enable' : 'disable';
  for (const table of tables) await owner.query(`alter table ${table} ${verb} row level security`);
  await owner.query(state === 'up' ? ownEvents : ALL_EVENTS);
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
