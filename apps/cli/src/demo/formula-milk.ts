/** Infant formula, first part: milking, collection, tankers, and base powder delivered to the formula factory. */

import { chinaTime, DAY_MS, dateDigits, HOUR_MS, MINUTE_MS } from './calendar.ts';
import { type Campaign, lotOf, record } from './campaign.ts';
import { type Code, giai, grai, sscc } from './codes.ts';
import {
  type Amount,
  aggregationEvent,
  objectEvent,
  receiving,
  shipping,
  temperatureEvent,
  transformationEvent,
} from './event-builders.ts';
import { lotMaster, lotNumberOf, paper, testReport } from './papers.ts';
import { FORMULA_FACTORY, type Party, POWDER_PLANT, partiesOf, STATIONS } from './parties.ts';
import { productOf } from './products.ts';

const MILK_DAYS = 14;
export const DAYS_PER_POWDER_LOT = 2;
/** The powder lot that turns out to be contaminated. */
export const BAD_POWDER = 3;
const EXCURSION = { day: 4, farm: 2 }; // the tanker whose cooling failed
const EXCURSION_CELSIUS = 9.8;
const MILK_LIMIT_CELSIUS = 6;
const POWDER_PER_MILK = 0.12;
const PALLETS_PER_POWDER_LOT = 2;
const KG_PER_POWDER_PALLET = 60;
const LOADING_MS = 25 * MINUTE_MS;

interface Trip {
  readonly from: Party;
  readonly to: Party;
  readonly tanker: Code;
  readonly milk: Amount;
  readonly startMs: number;
  readonly hours: number;
  /** The highest temperature on the way. */
  readonly maxCelsius: number;
}

/** Milks for fourteen days. Returns the powder lots as they arrived at the formula factory, pallets unpacked. */
export function milkToPowder(campaign: Campaign): Code[] {
  const farms = partiesOf('dairyFarms', campaign.number);
  campaign.parties.push(...farms, ...STATIONS, POWDER_PLANT);
  for (const farm of farms) campaign.products.push(productOf(farm, 'rawMilk'));
  for (const station of STATIONS) campaign.products.push(productOf(station, 'pooledMilk'));
  campaign.products.push(productOf(POWDER_PLANT, 'basePowder'));
  for (const [s, station] of STATIONS.entries()) commissionTankers(campaign, station, farmsOf(farms, s).length);

  const powders: Code[] = [];
  let waiting: Amount[] = [];
  for (let day = 0; day < MILK_DAYS; day += 1) {
    const dayMs = chinaTime(7, 1 + day);
    for (const [s, station] of STATIONS.entries()) {
      waiting.push(collectMilk(campaign, { station, farms: farmsOf(farms, s), day, dayMs }));
    }
    if ((day + 1) % DAYS_PER_POWDER_LOT !== 0) continue;
    powders.push(makePowder(campaign, waiting, dayMs + DAY_MS));
    waiting = [];
  }
  return powders;
}

function farmsOf(farms: readonly Party[], station: number): readonly Party[] {
  const share = farms.length / STATIONS.length;
  return farms.slice(station * share, (station + 1) * share);
}

function tankerOf({ number }: Campaign, station: Party, n: number): Code {
  return grai(station.prefix, 1, `T${number}-${n}`);
}

/** The tankers are commissioned once and used on every day; the last one drives from station to plant. */
function commissionTankers(campaign: Campaign, station: Party, farms: number): void {
  const things = Array.from({ length: farms + 1 }, (_, n) => tankerOf(campaign, station, n));
  const at = { by: station, timeMs: chinaTime(6, 1, 9), step: 'commissioning', disposition: 'active' };
  record(campaign, station, objectEvent(at, 'ADD', { things }));
}

interface Round {
  readonly station: Party;
  readonly farms: readonly Party[];
  readonly day: number;
  readonly dayMs: number;
}

/** One station's day: every farm's milk comes in, is tested, pooled and driven to the powder plant. */
function collectMilk(campaign: Campaign, { station, farms, day, dayMs }: Round): Amount {
  const { random } = campaign;
  const lots = farms.map((farm, n): Amount => {
    const milk = milkFarm(campaign, farm, dayMs + 5 * HOUR_MS + random.integer(0, 20) * MINUTE_MS);
    const failed = campaign.number === 0 && day === EXCURSION.day && n === EXCURSION.farm && station === STATIONS[0];
    const maxCelsius = failed ? EXCURSION_CELSIUS : random.integer(36, 48) / 10;
    const startMs = dayMs + 6 * HOUR_MS + random.integer(0, 9) * MINUTE_MS;
    const tanker = tankerOf(campaign, station, n);
    drive(campaign, { from: farm, to: station, tanker, milk, startMs, hours: 1, maxCelsius });
    if (failed) plantExcursion(campaign, tanker);
    if (day === BAD_POWDER * DAYS_PER_POWDER_LOT && station === STATIONS[0] && n === 0)
      highlightMilk(campaign, milk.lot);
    return milk;
  });
  const stamp = dateDigits(dayMs);
  const papers = [paper('testReport', station, `RM${stamp}${campaign.number}`)];
  const timeMs = dayMs + 8 * HOUR_MS;
  const more = testReport('rawMilk', '合格', true);
  const inspected = { by: station, timeMs, step: 'inspecting', disposition: 'conformant', papers, more };
  record(campaign, station, objectEvent(inspected, 'OBSERVE', { amounts: lots }));

  const lot = lotOf(campaign, productOf(station, 'pooledMilk'), `M${stamp}`);
  const milk = { lot, quantity: lots.reduce((sum, { quantity }) => sum + quantity, 0) };
  const pooled = { by: station, timeMs: timeMs + HOUR_MS, step: 'creating_class_instance', disposition: 'active' };
  const ilmd = lotMaster(lotNumberOf(lot), timeMs);
  record(campaign, station, transformationEvent({ ...pooled, ilmd }, { amounts: lots }, { amounts: [milk] }));
  const trip = { from: station, to: POWDER_PLANT, tanker: tankerOf(campaign, station, farms.length), milk };
  drive(campaign, { ...trip, startMs: timeMs + 2 * HOUR_MS, hours: 4, maxCelsius: random.integer(38, 50) / 10 });
  return milk;
}

/** One farm's milk of one day. */
function milkFarm(campaign: Campaign, farm: Party, timeMs: number): Amount {
  const lot = lotOf(campaign, productOf(farm, 'rawMilk'), `R${dateDigits(timeMs)}`);
  const milk = { lot, quantity: campaign.random.integer(1800, 2600) };
  const ilmd = { ...lotMaster(lotNumberOf(lot), timeMs), 'suyuan:purchaseLicence': '生鲜乳收购许可（虚构）' };
  const at = { by: farm, timeMs, step: 'creating_class_instance', disposition: 'active', ilmd };
  record(campaign, farm, objectEvent(at, 'ADD', { amounts: [milk] }));
  return milk;
}

/** Load, drive with the temperature recorded, receive, unload; the tanker itself is a reused container. */
function drive(campaign: Campaign, { from, to, tanker, milk, startMs, hours, maxCelsius }: Trip): void {
  const goods = { amounts: [milk] };
  const route = { from, to };
  const papers = [paper('milkHandover', from, lotNumberOf(milk.lot))];
  const owner = from.trade === 'collection station' ? from : to;
  const departMs = startMs + LOADING_MS;
  const arriveMs = departMs + hours * HOUR_MS;
  const loaded = { by: from, timeMs: startMs, step: 'loading', disposition: 'in_progress', papers };
  record(campaign, from, aggregationEvent(loaded, 'ADD', { parent: tanker, goods }));
  record(campaign, from, shipping({ timeMs: departMs, papers }, route, goods));
  const onTheWay = { by: owner, timeMs: arriveMs - MINUTE_MS, step: 'transporting', disposition: 'in_transit' };
  const device = giai(owner.prefix, `TL${tanker.path.slice(tanker.path.lastIndexOf('T') + 1)}`);
  const reading = {
    device,
    fromMs: departMs,
    untilMs: arriveMs - MINUTE_MS,
    maxCelsius,
    limitCelsius: MILK_LIMIT_CELSIUS,
  };
  const temperatures = { ...reading, minCelsius: 3.2, meanCelsius: 3.4 };
  record(campaign, owner, temperatureEvent({ ...onTheWay, where: 'road' }, [tanker], temperatures));
  record(campaign, to, receiving({ timeMs: arriveMs, papers }, route, goods));
  const unloaded = { by: to, timeMs: arriveMs + 10 * MINUTE_MS, step: 'unloading', disposition: 'in_progress', papers };
  record(campaign, to, aggregationEvent(unloaded, 'DELETE', { parent: tanker, goods }));
  if (to !== POWDER_PLANT) return;
  const washed = { by: to, timeMs: arriveMs + HOUR_MS, step: 'inspecting', disposition: 'available' };
  const more = { 'suyuan:cleaning': { 'suyuan:method': 'CIP 碱洗酸洗', 'suyuan:certificate': '罐车清洗证明（虚构）' } };
  record(campaign, to, objectEvent({ ...washed, more }, 'OBSERVE', { things: [tanker] }));
}

/** Dries two days' milk of both stations; two pallets of the lot go to the formula factory, the rest stays in stock. */
function makePowder(campaign: Campaign, milk: readonly Amount[], dayMs: number): Code {
  const by = POWDER_PLANT;
  const lot = lotOf(campaign, productOf(by, 'basePowder'), `BP${dateDigits(dayMs)}`);
  const quantity = Math.round(milk.reduce((sum, amount) => sum + amount.quantity, 0) * POWDER_PER_MILK);
  const startMs = dayMs + 8 * HOUR_MS;
  const ilmd = lotMaster(lotNumberOf(lot), startMs);
  const made = { by, timeMs: startMs, step: 'creating_class_instance', disposition: 'active', ilmd };
  const papers = [paper('productionOrder', by, lotNumberOf(lot))];
  record(campaign, by, transformationEvent({ ...made, papers }, { amounts: milk }, { amounts: [{ lot, quantity }] }));
  const tested = { by, timeMs: startMs + 6 * HOUR_MS, step: 'inspecting', disposition: 'conformant' };
  const report = { papers: [paper('testReport', by, lotNumberOf(lot))], more: testReport('outgoing', '合格', true) };
  record(campaign, by, objectEvent({ ...tested, ...report }, 'OBSERVE', { amounts: [{ lot, quantity }] }));
  deliverPowder(campaign, lot, startMs + 8 * HOUR_MS);
  return lot;
}

function deliverPowder(campaign: Campaign, lot: Code, packMs: number): void {
  const by = POWDER_PLANT;
  // One powder lot a day at most: the day of the year numbers its pallets.
  const firstSerial = campaign.number * 1000 + Math.floor((packMs - chinaTime(1, 1)) / DAY_MS) * PALLETS_PER_POWDER_LOT;
  const things = Array.from({ length: PALLETS_PER_POWDER_LOT }, (_, n) => sscc(by.prefix, firstSerial + n));
  const goods = { amounts: [{ lot, quantity: KG_PER_POWDER_PALLET }] };
  record(
    campaign,
    by,
    objectEvent({ by, timeMs: packMs, step: 'commissioning', disposition: 'active' }, 'ADD', { things }),
  );
  for (const [n, parent] of things.entries()) {
    const timeMs = packMs + (n + 1) * 10 * MINUTE_MS;
    const packed = { by, timeMs, step: 'packing', disposition: 'container_closed' };
    record(campaign, by, aggregationEvent(packed, 'ADD', { parent, goods }));
  }
  const route = { from: by, to: FORMULA_FACTORY };
  const papers = [paper('deliveryNote', by, lotNumberOf(lot))];
  const departMs = packMs + 16 * HOUR_MS;
  record(campaign, by, shipping({ timeMs: departMs, papers }, route, { things }));
  record(campaign, route.to, receiving({ timeMs: departMs + 5 * HOUR_MS, papers }, route, { things }));
  for (const [n, parent] of things.entries()) {
    const timeMs = departMs + 6 * HOUR_MS + n * 10 * MINUTE_MS;
    const unpacked = { by: route.to, timeMs, step: 'unpacking', disposition: 'in_progress' };
    record(campaign, route.to, aggregationEvent(unpacked, 'DELETE', { parent, goods }));
  }
}

function plantExcursion(campaign: Campaign, tanker: Code): void {
  const what = { zh: `奶罐车途中温度达 ${EXCURSION_CELSIUS} ℃`, en: `A milk tanker reached ${EXCURSION_CELSIUS} °C` };
  campaign.planted.push({ kind: 'temperature-excursion', code: tanker, what });
}

function highlightMilk(campaign: Campaign, code: Code): void {
  const what = { zh: '牧场的一批生鲜乳：看它去了哪里', en: 'A raw-milk lot of one farm: see where it went' };
  campaign.highlights.push({ key: 'raw-milk', code, what });
}
