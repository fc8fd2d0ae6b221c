/** How long a trace takes, over HTTP, in a store of some hundred thousand events of the demonstration chains. */
import type { TraceDirection } from '@suyuan/api';
import { demoDocuments, demoHighlights } from '../demo/index.ts';
import type { Output } from '../output.ts';
import type { BenchSetting } from './bench-capture.ts';

const RUNS = 10;

export async function benchTrace({ client, owner, ctx }: BenchSetting, scale: number, output: Output): Promise<void> {
  for (const { document } of demoDocuments({ scale })) await client.capture(JSON.stringify(document));
  await owner.query('analyze');
  const { rows } = await ctx.read((tx) => tx.query<{ n: number }>('select count(*)::int as n from events.event'));
  output.line(`trace among ${rows[0]?.n ?? 0} events, median of ${RUNS} (slowest):`, {
    bench: 'trace',
    events: rows[0]?.n,
  });
  const asked: readonly (readonly [string, TraceDirection])[] = [
    ['can', 'both'],
    ['bad-powder', 'downstream'],
    ['seed-lot', 'downstream'],
    ['pallet', 'both'],
  ];
  for (const [key, direction] of asked) {
    const code = demoHighlights({ scale }).find((highlight) => highlight.key === key)?.code;
    if (code === undefined) continue;
    const times: number[] = [];
    let told = '';
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      const answer = await client.trace({ codes: [code], direction });
      times.push(performance.now() - start);
      told = `${answer.units.length} units, ${answer.events.length} events`;
    }
    times.sort((a, b) => a - b);
    const median = times[Math.floor(RUNS / 2)] ?? 0;
    const slowest = times.at(-1) ?? 0;
    output.line(`  ${key} ${direction}: ${median.toFixed(0)} ms (${slowest.toFixed(0)}), ${told}`, {
      bench: 'trace',
      key,
      direction,
      medianMs: median,
      slowestMs: slowest,
    });
  }
}
