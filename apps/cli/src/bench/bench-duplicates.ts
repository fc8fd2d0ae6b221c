/** Looking for duplicates among an organisation's master data, beside counting the same entries. */
import type { Output } from '../output.ts';
import type { BenchSetting } from './bench-capture.ts';

const ENTRIES = 100_000;
const PER_REQUEST = 1_000;
/** One of so many is entered twice, under another code. */
const TWICE_EVERY = 500;
const ROUNDS = 7;

const PLACES = ['城北', '城南', '东山', '西湖', '青山', '长江', '黄河', '新华'];
const TRADES = ['乳业', '果品', '粮油', '食品', '水产', '茶叶', '包装', '物流'];

export async function benchDuplicates({ url, key, ctx, owner }: BenchSetting, output: Output): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  for (let from = 0; from < ENTRIES; from += PER_REQUEST) {
    const entries = Array.from({ length: PER_REQUEST }, (_, i) => entry(from + i));
    await answered(fetch(`${url}/v1/registry/entries`, { method: 'POST', headers, body: JSON.stringify(entries) }));
  }
  await owner.query('vacuum analyze registry.version');
  await owner.query('vacuum analyze registry.identifier');
  const times = { found: Number.POSITIVE_INFINITY, counted: Number.POSITIVE_INFINITY };
  // In turn, and of each the round that other work on the machine disturbed least; the first warms both alike.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const found = await timed(() => answered(fetch(`${url}/v1/registry/duplicates`, { headers })));
    const counted = await timed(() => ctx.read((tx) => tx.query('select count(distinct code) from registry.version')));
    if (round === 0) continue;
    times.found = Math.min(times.found, found);
    times.counted = Math.min(times.counted, counted);
  }
  const [ms, ratio] = [times.found, times.found / times.counted];
  output.line(
    `duplicates among ${ENTRIES} entries: ${ms.toFixed(0)} ms, ${times.counted.toFixed(0)} to count them, ratio ${ratio.toFixed(2)}`,
    { bench: 'duplicates', entries: ENTRIES, ms, countMs: times.counted, ratio },
  );
}

/** Parties and products in turn, of names that differ in their numbers alone. */
function entry(i: number): unknown {
  const named = i % TWICE_EVERY === 0 ? i + 2 : i;
  const name = `${PLACES[named % PLACES.length]}${TRADES[named % TRADES.length]}${named}`;
  if (i % 2 === 1) {
    return { kind: 'product', code: `urn:example:product:${i}`, attributes: { name, descriptionShort: `规格 ${i}` } };
  }
  const attributes = {
    name: `${name}有限公司`,
    city: '烟台',
    streetAddressOne: `长江路 ${i} 号`,
    licenceNumber: `SC${i}`,
  };
  return {
    kind: 'party',
    code: `urn:example:party:${i}`,
    attributes,
    identifiers: [{ scheme: 'internal', value: `N-${i}` }],
  };
}

async function answered(response: Promise<Response>): Promise<void> {
  const { ok, status } = await response.then(async (answer) => {
    await answer.arrayBuffer();
    return answer;
  });
  if (!ok) throw new Error(`the server answered ${status}`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
