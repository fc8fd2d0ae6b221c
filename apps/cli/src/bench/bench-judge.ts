/**
 * Records judged a second, what capture loses by it, and how soon the judging has caught up. Records are sales of a farm, each of a
 * lot of its own whose harvest is recorded too, so that rules look at what was recorded before.
 */
import { eventFacts, readContext } from '@suyuan/epcis';
import { CHECKS, judge, loadPack } from '@suyuan/profiles';
import { judgeAnew } from '@suyuan/server';
import type { Output } from '../output.ts';
import { ownPacks } from '../own-packs.ts';
import type { BenchSetting } from './bench-capture.ts';

const DOCUMENTS = 20; // a round
const ROUNDS = 3;
const PAIRS = 250; // a document: a harvest and a sale
const SENDERS = 4;
const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { agri: 'https://example.com/agri/' },
];

export async function benchJudge(setting: BenchSetting, output: Output): Promise<void> {
  tellPure(output);
  await setCategories(setting, []);
  await captureRound(setting); // the first is slower, whatever it is of
  const [off, on] = await alternately(setting);
  await settled(setting);
  const total = await countJudged(setting);
  await judgeAnew(setting.ctx);
  const anewMs = await timed(() => settled(setting));
  const lag = await atHalfRate(setting, off);
  const rate = (ms: number, events: number): number => Math.round((events / ms) * 1000);
  const perRound = DOCUMENTS * PAIRS * 2 * ROUNDS;
  output.line(
    `capture with packs: ${rate(on, perRound)} events/s; without: ${rate(off, perRound)} events/s; ratio: ${(off / on).toFixed(2)}\n` +
      `judged anew in the store: ${rate(anewMs, total)} records/s (${total} records)\n` +
      `at half the rate of capture: ${lag.most} records wait at most; none ${lag.zeros} of ${DOCUMENTS * 2} times meanwhile, and ${lag.afterMs} ms after the last`,
    {
      bench: 'judge',
      ratio: off / on,
      recordsPerSecond: rate(anewMs, total),
      records: total,
      waitingMost: lag.most,
      waitingNone: lag.zeros,
      caughtUpMs: lag.afterMs,
    },
  );
}

/** In memory, beside what it takes to derive the facts of the same events. */
function tellPure(output: Output): void {
  const pack = ownPacks().find(({ id }) => id === 'edible-agri');
  if (pack === undefined) throw new Error('no pack of agricultural products');
  const loaded = loadPack(pack, CHECKS);
  const context = readContext(CONTEXT);
  const events = pairsFrom(0, 2_000);
  const facts = events.map((event) => eventFacts(event, context));
  const history = (): typeof facts => facts.slice(0, 2);
  const judgeMs = least(() => {
    for (const each of facts) judge(loaded, each, { history });
  });
  const deriveMs = least(() => {
    for (const event of events) eventFacts(event, context);
  });
  const rate = (ms: number): number => Math.round((events.length / ms) * 1000);
  output.line(
    `judge in memory: ${rate(judgeMs)} records/s\nderiving their facts: ${rate(deriveMs)} records/s\nratio: ${(deriveMs / judgeMs).toFixed(2)}`,
    {
      bench: 'judge-memory',
      recordsPerSecond: rate(judgeMs),
      factsPerSecond: rate(deriveMs),
      ratio: deriveMs / judgeMs,
    },
  );
}

function least(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Rounds with and without, in turn, so that whatever else the machine does falls on both. */
async function alternately(setting: BenchSetting): Promise<[number, number]> {
  let [off, on] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    await setCategories(setting, []);
    await settled(setting);
    off += await timed(() => captureRound(setting));
    await settled(setting);
    await setCategories(setting, ['edible-agri']);
    await settled(setting);
    on += await timed(() => captureRound(setting));
  }
  return [off, on];
}

async function atHalfRate(
  setting: BenchSetting,
  offMs: number,
): Promise<{ readonly most: number; readonly zeros: number; readonly afterMs: number }> {
  const stepMs = (offMs / (DOCUMENTS * ROUNDS)) * 2;
  let most = 0;
  let zeros = 0;
  for (let document = 0; document < DOCUMENTS * 2; document += 1) {
    const start = performance.now();
    await setting.client.capture(nextDocument());
    most = Math.max(most, await countWaiting(setting));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, stepMs - (performance.now() - start))));
    // Before the next comes.
    if ((await countWaiting(setting)) === 0) zeros += 1;
  }
  return { most, zeros, afterMs: Math.round(await timed(() => settled(setting))) };
}

async function setCategories({ owner }: BenchSetting, categories: readonly string[]): Promise<void> {
  await owner.query('update identity.organisation set categories = $1', [categories]);
  // What an organisation deals in is looked at each second.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
}

async function countWaiting({ ctx }: BenchSetting): Promise<number> {
  return ctx.read(async (tx) => {
    const { rows } = await tx.query<{ count: number }>(
      `select (select count(*) from compliance.due)
       + (select coalesce(max(first_position + octet_length(leaves) / 32), 0) from integrity.log)
       - coalesce((select position from integrity.reader where name = 'compliance'), 0) as count`,
    );
    return Number(rows[0]?.count ?? 0);
  });
}

async function countJudged({ ctx }: BenchSetting): Promise<number> {
  return ctx.read(async (tx) => {
    const { rows } = await tx.query<{ count: number }>('select count(*)::int as count from compliance.judged');
    return rows[0]?.count ?? 0;
  });
}

async function settled(setting: BenchSetting): Promise<void> {
  while ((await countWaiting(setting)) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function captureRound({ client }: BenchSetting): Promise<void> {
  const left = Array.from({ length: DOCUMENTS }, nextDocument).values();
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (const document of left) await client.capture(document);
    }),
  );
}

let number = 0;

function nextDocument(): string {
  number += 1;
  return JSON.stringify({
    ...{ '@context': CONTEXT, type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-01-01T00:00:00Z' },
    epcisBody: { eventList: pairsFrom(number * PAIRS, PAIRS) },
  });
}

function pairsFrom(first: number, count: number): object[] {
  return Array.from({ length: count }, (_, i) => first + i).flatMap((serial) => [harvest(serial), sale(serial)]);
}

const LOTS = 'https://id.gs1.org/01/06901234567892/10/';
const at = (serial: number): string => new Date(Date.UTC(2026, 5, 1) + serial * 1000).toISOString();
const of = (serial: number, kind: string) => [{ epcClass: `${LOTS}${kind}${serial}`, quantity: 100, uom: 'KGM' }];

function harvest(serial: number): object {
  return {
    ...{ type: 'TransformationEvent', eventTime: at(serial), eventTimeZoneOffset: '+08:00', bizStep: 'commissioning' },
    ...{ inputQuantityList: of(serial, 'F'), outputQuantityList: of(serial, 'B') },
    ...{ 'agri:activity': 'harvest', 'agri:productName': '小白菜', 'agri:productKind': 'vegetable' },
  };
}

function sale(serial: number): object {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', eventTime: at(serial + 60), eventTimeZoneOffset: '+08:00' },
    ...{ bizStep: 'shipping', quantityList: of(serial, 'B'), 'agri:productName': '小白菜' },
    ...{ 'agri:productKind': 'vegetable', 'agri:origin': '江苏省某市某县', 'agri:subjectKind': 'cooperative' },
    ...{ 'agri:certificateForm': '1', 'agri:buyerName': '城南超市', 'agri:buyerAddress': '某市某路' },
    'agri:buyerContact': '0512-11111111',
  };
}
