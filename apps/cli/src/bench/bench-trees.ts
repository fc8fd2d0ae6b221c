/**
 * How long a trace of so many lots takes over HTTP, beside one recursive statement over the same records that gives the events
 * alone: no times, carriers, custody or anomalies.
 */
import type { Output } from '../output.ts';
import type { BenchSetting } from './bench-capture.ts';
import { eventsOf, lotAt, lotsOf, treeDocuments } from './trace-trees.ts';
import { mb, memoryOf, watching } from './watching.ts';

const SMALL_DEPTH = 3;
/** Asked for at once, each of 11,111 lots and 33,333 events. */
const AT_ONCE = 16;
const AT_ONCE_DEPTH = 4;
const DEPTHS_TRACED = [1, 3, 4, 5];
const SENDERS = 4;

export async function benchTrees(setting: BenchSetting, events: number, output: Output): Promise<void> {
  const depth = DEPTHS_TRACED.findLast((each) => eventsOf(each) <= events) ?? SMALL_DEPTH;
  const total = await fill(setting, depth, events);
  await prepareReference(setting);
  output.line(`traces of trees of lots among ${total} events, least of some:`, { bench: 'trees', events: total });
  for (const traced of DEPTHS_TRACED.filter((each) => each <= depth)) {
    const lot = lotAt(
      0,
      Array.from({ length: depth - traced }, () => 0),
    );
    await benchTree(setting, { lot, lots: lotsOf(traced) }, output);
  }
  if (events >= eventsOf(depth) + AT_ONCE * eventsOf(AT_ONCE_DEPTH)) await benchAtOnce(setting, output);
}

/** One tree, and small ones beside it up to so many events. */
async function fill({ client }: BenchSetting, depth: number, events: number): Promise<number> {
  let total = 0;
  function* documents(): Generator<string> {
    yield* treeDocuments(0, depth);
    total = eventsOf(depth);
    const isRoom = events >= total + AT_ONCE * eventsOf(AT_ONCE_DEPTH);
    for (let tree = 1; total < events; tree += 1) {
      const size = isRoom && tree <= AT_ONCE ? AT_ONCE_DEPTH : SMALL_DEPTH;
      yield* treeDocuments(tree, size);
      total += eventsOf(size);
    }
  }
  const left = documents();
  const send = async (): Promise<void> => {
    for (const document of left) await client.capture(document);
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return total;
}

/** What no index of the store gives: which units an event touches. */
async function prepareReference({ owner, ctx }: BenchSetting): Promise<void> {
  await owner.query('create schema bench');
  await owner.query('create table bench.touch as table events.touch');
  await owner.query('create index on bench.touch (unit, role)');
  await owner.query('create index on bench.touch (event_id, role)');
  await owner.query('analyze');
  // Nothing is judged any more.
  for (;;) {
    const { rows } = await ctx.read((tx) => tx.query<{ n: number }>('select count(*)::int as n from compliance.due'));
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

// Without the offsets the planner reads all touches of a large store.
const REFERENCE = `
  with recursive reached (unit) as (
    select $1::uuid
    union
    select made.unit from reached r cross join lateral (
      select o.unit from bench.touch i join bench.touch o on o.event_id = i.event_id and o.role = 5
      where i.unit = r.unit and i.role = 4 offset 0) made)
  select e.id, e.facts from events.event e
  where e.id = any(array(
    select distinct t.event_id from reached r cross join lateral (
      select event_id from bench.touch where unit = r.unit and role in (1, 4, 5) offset 0) t))`;

interface Tree {
  readonly lot: string;
  readonly lots: number;
}

async function benchTree(setting: BenchSetting, { lot, lots }: Tree, output: Output): Promise<void> {
  const runs = lots > 100_000 ? 1 : lots > 10_000 ? 3 : 10;
  const { owner, url, key } = setting;
  const query = new URLSearchParams({ code: lot, direction: 'downstream' });
  const headers = { authorization: `Bearer ${key}` };
  const unit = await keyOf(setting, lot);
  const statementMs = await leastOf(runs, async () => void (await owner.query(REFERENCE, [unit])));
  const before = await memoryOf(setting);
  const watch = watching(setting);
  let bytes = 0;
  const traceMs = await leastOf(runs, async () => {
    const answer = await fetch(`${url}/v1/trace?${query}`, { headers });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    bytes = (await answer.arrayBuffer()).byteLength;
  });
  const { slowestMs, most } = await watch.end();
  const ratio = traceMs / statementMs;
  output.line(
    `  ${lots} lots: ${traceMs.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB; the statement ${statementMs.toFixed(0)} ms, ratio ${ratio.toFixed(1)}; ` +
      `/healthz ${slowestMs.toFixed(0)} ms at most, memory ${mb(most)} MB at most (${mb(before)} before)`,
    { bench: 'trees', lots, traceMs, bytes, statementMs, ratio, healthSlowestMs: slowestMs, memoryMb: mb(most) },
  );
}

/** Different trees, each by a client of its own. */
async function benchAtOnce(setting: BenchSetting, output: Output): Promise<void> {
  const { url, key } = setting;
  const headers = { authorization: `Bearer ${key}` };
  const watch = watching(setting);
  const start = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, i) => {
      const query = new URLSearchParams({ code: lotAt(i + 1, []), direction: 'downstream' });
      const answer = await fetch(`${url}/v1/trace?${query}`, { headers });
      for await (const _chunk of answer.body ?? []);
      return answer.status;
    }),
  );
  const ms = performance.now() - start;
  const { slowestMs, most } = await watch.end();
  const answered = statuses.filter((status) => status === 200).length;
  output.line(
    `  ${AT_ONCE} of ${lotsOf(AT_ONCE_DEPTH)} lots at once: ${answered} answered within ${(ms / 1000).toFixed(1)} s, ` +
      `/healthz ${slowestMs.toFixed(0)} ms at most, memory ${mb(most)} MB at most`,
    { bench: 'trees', atOnce: AT_ONCE, answered, ms, healthSlowestMs: slowestMs, memoryMb: mb(most) },
  );
}

/** Under which the store has it: that of the unit which its own making makes. */
async function keyOf({ owner, client }: BenchSetting, lot: string): Promise<string> {
  const { events } = await client.trace({ codes: [lot], direction: 'downstream', hopsMax: 0 });
  const first = events[0]?.eventID ?? '';
  const { rows } = await owner.query<{ unit: string }>(
    `select t.unit from bench.touch t join events.event e on e.id = t.event_id
     where e.hash = decode($1, 'hex') and t.role in (1, 5)`,
    [/[0-9a-f]{64}/.exec(first)?.[0] ?? ''],
  );
  return rows[0]?.unit ?? '';
}

async function leastOf(runs: number, run: () => Promise<void>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
