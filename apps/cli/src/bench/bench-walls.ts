/**
 * What it costs that the database keeps tenants apart: the same work with row security and the checks of its functions, and
 * without, in turn on one store.
 */
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import type { Output } from '../output.ts';
import { type BenchSetting, documentNumber } from './bench-capture.ts';

/** With and without in turn, so that whatever else the machine does meets both alike. */
const PHASES = ['up', 'down', 'down', 'up'] as const;
/** Of each phase; one more comes first and is not counted: a function that was just made is planned anew. */
const ROUNDS = 4;
const DOCUMENTS_PER_ROUND = 8;
const SENDERS = 4;
const ASKED_PER_ROUND = 10;
const PER_PAGE = 500;

type Times = Readonly<Record<(typeof NAMES)[number], number[]>>;

function noTimes(): Times {
  return { capture: [], pages: [], trace: [] };
}

export async function benchWalls(setting: BenchSetting, output: Output): Promise<void> {
  const { client } = setting;
  for (const { document } of demoDocuments({ scale: 1 })) await client.capture(JSON.stringify(document));
  const walls = await readWalls(setting);
  const measured = { up: noTimes(), down: noTimes() };
  let number = FIRST_DOCUMENT;
  for (const phase of PHASES) {
    await setWalls(setting, walls, phase);
    const times = noTimes();
    for (let round = 0; round <= ROUNDS; round += 1) {
      await measure(setting, round === 0 ? noTimes() : times, number);
      number += DOCUMENTS_PER_ROUND;
    }
    // The round that other work on the machine disturbed least.
    for (const name of NAMES) measured[phase][name].push(Math.min(...times[name]));
  }
  for (const name of NAMES) {
    // Over both phases: the store grows meanwhile, which meets both alike.
    const [up, down] = [mean(measured.up[name]), mean(measured.down[name])];
    output.line(
      `${name}: ${up.toFixed(0)} ms a round with row security, ${down.toFixed(0)} without, ratio ${(down / up).toFixed(2)}`,
      { bench: 'walls', name, ms: up, withoutMs: down, ratio: down / up },
    );
  }
}

const NAMES = ['capture', 'pages', 'trace'] as const;

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
  /** The functions that give a tenant's events, as they are. */
  readonly functions: readonly string[];
}

async function readWalls({ owner }: BenchSetting): Promise<Walls> {
  const { rows: tables } = await owner.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where relrowsecurity order by 1',
  );
  const { rows } = await owner.query<{ text: string }>(
    `select pg_get_functiondef(p) as text from unnest(array['events.own_events(uuid[])'::regprocedure,
                                                           'events.own_in_blocks(uuid[], bigint[])'::regprocedure]) as p`,
  );
  return { tables: tables.map(({ name }) => name), functions: rows.map(({ text }) => text) };
}

/** The same without the checks. */
const ALL_EVENTS = ['own_events(ids uuid[])', 'own_in_blocks(ids uuid[], blocks bigint[])'].map(
  (name) => `create or replace function events.${name} returns setof events.event
    language sql stable security definer set search_path = ''
  begin atomic select e.* from events.event e where e.id = any(ids); end`,
);

async function setWalls({ owner }: BenchSetting, { tables, functions }: Walls, state: 'up' | 'down'): Promise<void> {
  const verb = state === 'up' ? 'enable' : 'disable';
  for (const table of tables) await owner.query(`alter table ${table} ${verb} row level security`);
  for (const text of state === 'up' ? functions : ALL_EVENTS) await owner.query(text);
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
