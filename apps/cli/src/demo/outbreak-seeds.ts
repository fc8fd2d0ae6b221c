/** The outbreak's beginning: seed lots from abroad, re-packed by the importer, sold on by traders. */

import { chinaTime, DAY_MS, HOUR_MS } from './calendar.ts';
import { lotOf, record } from './campaign.ts';
import type { Code } from './codes.ts';
import { type Amount, objectEvent, transformationEvent } from './event-builders.ts';
import { bringForth, handOver, type Market, passOn } from './outbreak-trade.ts';
import { lotMaster, lotNumberOf, paper } from './papers.ts';
import { type Party, SEED_GROWER, SEED_IMPORTER, SEED_TRADERS } from './parties.ts';
import { type ProductKind, productOf } from './products.ts';

/** Where the importer's lots go: kilograms to a sprout farm by its index, or to the packet maker. */
const SEEDS = [
  { kind: 'fenugreek', name: 'FEN-48088', farms: [[0, 200]], packetKg: 150, bad: true },
  { kind: 'fenugreek', name: 'FEN-48091', farms: [[1, 200]], packetKg: 0, bad: false },
  {
    kind: 'lentil',
    name: 'LEN-7710',
    farms: [
      [0, 150],
      [1, 150],
    ],
    packetKg: 0,
    bad: false,
  },
  { kind: 'lentil', name: 'LEN-7711', farms: [[2, 400]], packetKg: 0, bad: false },
] as const;

const LOST_IN_CLEANING_KG = 10;
const PACKETS_PER_KG = 20;

/** What the seed trade leaves: the seed lots of each sprout farm, and the packets' lot. */
export interface SeedsSold {
  readonly ofFarm: ReadonlyMap<string, readonly Code[]>;
  readonly packets: Code;
  readonly packetMaker: Party;
}

/** Sells all seeds, January to April 2026. */
export function tradeSeeds(market: Market, sproutFarms: readonly Party[]): SeedsSold {
  const { campaign } = market;
  const [trader, packetMaker] = SEED_TRADERS;
  if (trader === undefined || packetMaker === undefined) throw new RangeError('two seed traders needed');
  campaign.parties.push(SEED_GROWER, SEED_IMPORTER, ...SEED_TRADERS);
  const packets = lotOf(campaign, productOf(packetMaker, 'seedPacket'), 'SP-26-03');
  const ofFarm = new Map<string, Code[]>(sproutFarms.map(({ prefix }) => [prefix, []]));
  for (const kind of ['fenugreek', 'lentil'] as const)
    campaign.products.push(productOf(SEED_GROWER, kind), productOf(SEED_IMPORTER, kind));
  campaign.products.push(productOf(packetMaker, 'seedPacket'));
  for (const [n, seed] of SEEDS.entries()) {
    const forFarms = seed.farms.reduce((sum, [, kg]) => sum + kg, 0);
    const bought = importSeed(market, { ...seed, kg: forFarms + seed.packetKg + LOST_IN_CLEANING_KG, day: n });
    const repacked = repack(market, bought, {
      ...seed,
      kgs: seed.packetKg > 0 ? [forFarms, seed.packetKg] : [forFarms],
      day: n,
    });
    const [first, second] = repacked;
    if (first === undefined) continue;
    const sellMs = chinaTime(3, 10 + n, 9);
    handOver(campaign, [first], { from: SEED_IMPORTER, to: trader, departMs: sellMs, hours: 6 });
    for (const [farm, quantity] of seed.farms) {
      const to = sproutFarms[farm];
      if (to === undefined) continue;
      const departMs = sellMs + (10 + farm) * DAY_MS;
      handOver(campaign, [{ lot: first.lot, quantity }], { from: trader, to, departMs, hours: 5 });
      ofFarm.get(to.prefix)?.push(first.lot);
    }
    if (second !== undefined) packSeeds(market, packetMaker, { seed: second, packets });
  }
  return { ofFarm, packets, packetMaker };
}

interface Grown {
  readonly kind: ProductKind;
  readonly name: string;
  readonly kg: number;
  readonly day: number;
  readonly bad: boolean;
}

/** A grower's lot arrives at the importer and is cleared with its papers. */
function importSeed(market: Market, { kind, name, kg, day, bad }: Grown): Amount {
  const { campaign } = market;
  const lot = lotOf(campaign, productOf(SEED_GROWER, kind), name);
  const amount = { lot, quantity: kg };
  const grownMs = chinaTime(1, 8 + day, 16);
  if (bad) {
    // Only the first campaign's seed is bad; the others trade the same goods in good order.
    if (campaign.number === 0) {
      market.tainted.add(lot.urn);
      const what = {
        zh: '受污染的进口种子批次：查去向',
        en: 'The contaminated imported seed lot: trace it downstream',
      };
      campaign.highlights.push({ key: 'seed-lot', code: lot, what });
      campaign.planted.push({ kind: 'contaminated', code: lot, what });
    }
  }
  bringForth(campaign, SEED_GROWER, { ...amount, timeMs: grownMs });
  handOver(campaign, [amount], {
    from: SEED_GROWER,
    to: SEED_IMPORTER,
    departMs: grownMs + 5 * DAY_MS,
    hours: 30 * 24,
  });
  const number = lotNumberOf(lot);
  const papers = [paper('customsDeclaration', SEED_IMPORTER, number), paper('entryQuarantine', SEED_IMPORTER, number)];
  const cleared = { by: SEED_IMPORTER, timeMs: grownMs + 38 * DAY_MS, step: 'inspecting', disposition: 'conformant' };
  record(campaign, SEED_IMPORTER, objectEvent({ ...cleared, papers }, 'OBSERVE', { amounts: [amount] }));
  return amount;
}

/** Cleaned and bagged under the importer's own lot numbers, as importers do. */
function repack(
  market: Market,
  seed: Amount,
  to: { kind: ProductKind; name: string; kgs: readonly number[]; day: number },
): Amount[] {
  const { campaign } = market;
  const by = SEED_IMPORTER;
  const timeMs = chinaTime(3, 1 + to.day, 9);
  const product = productOf(by, to.kind);
  const outputs = to.kgs.map((quantity, n) => ({ lot: lotOf(campaign, product, `${to.name}-P${n + 1}`), quantity }));
  for (const { lot } of outputs) passOn(market, [seed], lot);
  const at = { by, timeMs, step: 'repackaging', disposition: 'active' };
  record(campaign, by, transformationEvent(at, { amounts: [seed] }, { amounts: outputs }));
  return outputs;
}

/** Seed packets for households: sold by garden shops, far from any vegetable market. */
function packSeeds(market: Market, by: Party, { seed, packets }: { seed: Amount; packets: Code }): void {
  const { campaign } = market;
  const departMs = chinaTime(3, 18, 9);
  handOver(campaign, [seed], { from: SEED_IMPORTER, to: by, departMs, hours: 6 });
  const timeMs = departMs + 3 * DAY_MS + HOUR_MS;
  const made = { lot: packets, quantity: seed.quantity * PACKETS_PER_KG, uom: 'H87' as const };
  const at = { by, timeMs, step: 'creating_class_instance', disposition: 'active' };
  const ilmd = lotMaster(lotNumberOf(packets), timeMs);
  record(campaign, by, transformationEvent({ ...at, ilmd }, { amounts: [seed] }, { amounts: [made] }));
  passOn(market, [seed], packets);
}
