/**
 * An outbreak chain, one campaign of it, after the public structure of the sprout outbreak of 2011: one imported seed
 * lot, re-packed and sold on, sprouted by one farm and in one school's kitchen, eaten in many places; and all around
 * it the innocent trade in cucumbers, tomatoes and lettuce through the same wholesalers.
 *
 * Campaign 0 carries the contaminated lot and the case clusters. A cluster is a sampling event at the place where the
 * patients ate, with the retained samples' lots and `suyuan:illnessReports`. Two further reports are not of the
 * outbreak; they say `suyuan:confirmed: false`.
 */

import { chinaDate, chinaTime, DAY_MS, dateDigits, HOUR_MS, MINUTE_MS } from './calendar.ts';
import { type Campaign, lotOf, record, startCampaign } from './campaign.ts';
import { type Amount, type EpcisEvent, objectEvent, transformationEvent } from './event-builders.ts';
import { type SeedsSold, tradeSeeds } from './outbreak-seeds.ts';
import { bringForth, handOver, type Journey, type Market, passOn, stockOf, takeFresh } from './outbreak-trade.ts';
import { lotMaster, lotNumberOf } from './papers.ts';
import { type Party, partiesOf } from './parties.ts';
import { type ProductKind, productOf } from './products.ts';

const DAYS = 14; // from 1 May 2026
const VEGETABLES = ['cucumber', 'tomato', 'lettuce'] as const;
const HARVESTS_PER_FARM = 2;
const HARVEST_KG = 400;
const SPROUT_KG = 45;
const DELIVERIES_PER_RESTAURANT = 3;
const FIRST_DELIVERY_DAY = 4;
const SAMPLE_KG = 0.125; // 留样: retained of every dish
const CLUSTERS_MAX = 24;
const STRAY_REPORTS = 2;
const PACKETS_PER_SHOP = 900;

interface Cast {
  readonly vegetableFarms: readonly Party[];
  readonly sproutFarms: readonly Party[];
  readonly wholesalers: readonly Party[];
  readonly processors: readonly Party[];
  readonly gardenShops: readonly Party[];
  readonly restaurants: readonly Party[];
}

/** What was eaten where: the amounts served of one delivery. */
interface Meal {
  readonly place: Party;
  readonly amounts: readonly Amount[];
  readonly eatenMs: number;
}

/** @param number of the campaign, from 0 */
export function outbreakCampaign(number: number, seed: number): Campaign {
  const campaign = startCampaign('outbreak', number, seed);
  const market: Market = { campaign, stocks: new Map(), tainted: new Set() };
  const cast: Cast = {
    vegetableFarms: partiesOf('vegetableFarms', number),
    sproutFarms: partiesOf('sproutFarms', number),
    wholesalers: partiesOf('wholesalers', number),
    processors: partiesOf('processors', number),
    gardenShops: partiesOf('gardenShops', number),
    restaurants: partiesOf('restaurants', number),
  };
  campaign.parties.push(...Object.values(cast).flat());
  introduce(campaign, cast);
  const seeds = tradeSeeds(market, cast.sproutFarms);
  const meals = [schoolMeal(market, cast, seeds)];
  for (let day = 0; day < DAYS; day += 1) {
    const dayMs = chinaTime(5, 1 + day);
    for (const [r, place] of cast.restaurants.slice(0, -1).entries()) {
      const round = day - FIRST_DELIVERY_DAY - (r % 3);
      if (round < 0 || round % 3 !== 0 || round / 3 >= DELIVERIES_PER_RESTAURANT) continue;
      const meal = supply(market, cast, { place, index: r, dayMs });
      if (meal !== undefined) meals.push(meal);
    }
    sprout(market, cast, { seeds, dayMs });
    harvest(market, cast, day);
    if (day % 4 === 3)
      for (const [p, processor] of cast.processors.entries()) makeSalad(market, cast, { processor, index: p, dayMs });
  }
  if (number === 0) reportIllness(market, meals);
  return campaign;
}

function introduce({ products }: Campaign, cast: Cast): void {
  for (const [f, farm] of cast.vegetableFarms.entries()) products.push(productOf(farm, vegetableOf(f)));
  for (const farm of cast.sproutFarms) products.push(productOf(farm, 'sprouts'), productOf(farm, 'water'));
  for (const processor of cast.processors) products.push(productOf(processor, 'salad'));
  const school = schoolOf(cast);
  products.push(productOf(school, 'sprouts'), productOf(school, 'water'));
}

function vegetableOf(farm: number): (typeof VEGETABLES)[number] {
  return VEGETABLES[farm % VEGETABLES.length] ?? 'cucumber';
}

/** The last of the restaurants is a school canteen, which buys at no market. */
function schoolOf({ restaurants }: Cast): Party {
  const school = restaurants.at(-1);
  if (school === undefined) throw new RangeError('no school');
  return school;
}

/** Packets go to garden shops; from one of them a school grows sprouts of its own. */
function schoolMeal(market: Market, cast: Cast, { packets, packetMaker }: SeedsSold): Meal {
  const { campaign } = market;
  const school = schoolOf(cast);
  const uom = 'H87';
  for (const [s, shop] of cast.gardenShops.entries()) {
    const departMs = chinaTime(4, 2 + s, 8);
    handOver(campaign, [{ lot: packets, quantity: PACKETS_PER_SHOP, uom }], {
      from: packetMaker,
      to: shop,
      departMs,
      hours: 8,
    });
    if (s === 0)
      handOver(campaign, [{ lot: packets, quantity: 40, uom }], {
        from: shop,
        to: school,
        departMs: departMs + 20 * DAY_MS,
        hours: 1,
      });
    const sold = { by: shop, timeMs: departMs + 25 * DAY_MS, step: 'retail_selling', disposition: 'retail_sold' };
    record(campaign, shop, objectEvent(sold, 'OBSERVE', { amounts: [{ lot: packets, quantity: 300 + 10 * s, uom }] }));
  }
  const harvestMs = chinaTime(5, 2, 8);
  const water = { lot: lotOf(campaign, productOf(school, 'water'), 'W2604'), quantity: 30 };
  bringForth(campaign, school, { ...water, timeMs: harvestMs - 3 * DAY_MS });
  const made = { lot: lotOf(campaign, productOf(school, 'sprouts'), 'S260502'), quantity: 8 };
  const inputs = [{ lot: packets, quantity: 40, uom } as const, water];
  grow(market, school, { inputs, made, timeMs: harvestMs });
  return serve(campaign, { place: school, amounts: [made], eatenMs: harvestMs + 4 * HOUR_MS });
}

interface Growing {
  readonly inputs: readonly Amount[];
  readonly made: Amount;
  readonly timeMs: number;
}

function grow(market: Market, by: Party, { inputs, made, timeMs }: Growing): void {
  const ilmd = lotMaster(lotNumberOf(made.lot), timeMs);
  const at = { by, timeMs, step: 'creating_class_instance', disposition: 'active', ilmd };
  record(market.campaign, by, transformationEvent(at, { amounts: inputs }, { amounts: [made] }));
  passOn(market, inputs, made.lot);
}

/** Each sprout farm's harvest of the day. The first farm's wholesaler 2 also sells the second farm's sprouts. */
function sprout(market: Market, { sproutFarms, wholesalers }: Cast, today: { seeds: SeedsSold; dayMs: number }): void {
  const { campaign } = market;
  const { dayMs, seeds: sold } = today;
  for (const [f, farm] of sproutFarms.entries()) {
    const stamp = dateDigits(dayMs);
    const water = { lot: lotOf(campaign, productOf(farm, 'water'), `W${stamp}`), quantity: 120 };
    bringForth(campaign, farm, { ...water, timeMs: dayMs + 2 * HOUR_MS });
    const seeds = (sold.ofFarm.get(farm.prefix) ?? []).map((lot): Amount => ({ lot, quantity: 5 }));
    const made = { lot: lotOf(campaign, productOf(farm, 'sprouts'), `S${stamp}`), quantity: SPROUT_KG };
    grow(market, farm, { inputs: [...seeds, water], made, timeMs: dayMs + 4 * HOUR_MS });
    const buyers = wholesalers.slice(f * 2, f * 2 + 3);
    for (const to of buyers) {
      deliverTo(
        market,
        { ...made, quantity: SPROUT_KG / buyers.length, kind: 'sprouts' },
        { from: farm, to, departMs: dayMs + 5 * HOUR_MS },
      );
    }
  }
}

/** Vegetable farms harvest every seventh day and sell to two wholesalers. */
function harvest(market: Market, { vegetableFarms, wholesalers }: Cast, day: number): void {
  const { campaign } = market;
  const dayMs = chinaTime(5, 1 + day);
  for (const [f, farm] of vegetableFarms.entries()) {
    if (f % (DAYS / HARVESTS_PER_FARM) !== day % (DAYS / HARVESTS_PER_FARM)) continue;
    const kind = vegetableOf(f);
    const lot = lotOf(campaign, productOf(farm, kind), `V${dateDigits(dayMs)}`);
    const pickedMs = dayMs + 5 * HOUR_MS + campaign.random.integer(0, 40) * MINUTE_MS;
    bringForth(campaign, farm, { lot, quantity: HARVEST_KG, timeMs: pickedMs });
    for (const step of [0, 5]) {
      const to = wholesalers[(f + step) % wholesalers.length];
      if (to === undefined) continue;
      deliverTo(market, { lot, quantity: HARVEST_KG / 2, kind }, { from: farm, to, departMs: pickedMs + HOUR_MS });
    }
  }
}

function deliverTo(
  market: Market,
  goods: Amount & { kind: ProductKind },
  { from, to, departMs }: Omit<Journey, 'hours'>,
): void {
  const { kind, ...amount } = goods;
  const hours = 3;
  handOver(market.campaign, [amount], { from, to, departMs, hours });
  stockOf(market, to).push({
    kind,
    lot: amount.lot,
    arrivedMs: departMs + hours * HOUR_MS,
    leftKg: amount.quantity,
  });
}

/** Salad of what one wholesaler sells, sprouts included where there are any; sold through two wholesalers. */
function makeSalad(
  market: Market,
  { wholesalers }: Cast,
  { processor, index, dayMs }: { processor: Party; index: number; dayMs: number },
): void {
  const { campaign } = market;
  const from = wholesalers[index * 3];
  const buyers = [wholesalers[index * 3 + 1], wholesalers[index * 3 + 2]].filter((buyer) => buyer !== undefined);
  if (from === undefined) return;
  const buyMs = dayMs + 11 * HOUR_MS + 15 * MINUTE_MS;
  const wanted: [ProductKind, number][] = [
    ['lettuce', 30],
    ['tomato', 20],
    ['cucumber', 20],
    ['sprouts', 4],
  ];
  const bought = wanted.flatMap(([kind, kg]) => takeFresh(market, from, { kinds: [kind], kg, nowMs: buyMs }) ?? []);
  if (bought.length === 0) return;
  handOver(campaign, bought, { from, to: processor, departMs: buyMs, hours: 2 });
  const total = bought.reduce((sum, { quantity }) => sum + quantity, 0);
  const made = { lot: lotOf(campaign, productOf(processor, 'salad'), `M${dateDigits(dayMs)}`), quantity: total - 2 };
  grow(market, processor, { inputs: bought, made, timeMs: buyMs + 4 * HOUR_MS });
  for (const to of buyers) {
    deliverTo(
      market,
      { ...made, quantity: made.quantity / 2, kind: 'salad' },
      { from: processor, to, departMs: buyMs + 5 * HOUR_MS },
    );
  }
}

/** One delivery to one restaurant, and the meals made of it. */
function supply(
  market: Market,
  { wholesalers }: Cast,
  at: { place: Party; index: number; dayMs: number },
): Meal | undefined {
  const { random } = market.campaign;
  const { place, index, dayMs } = at;
  const from = wholesalers[(index + (random.integer(0, 3) === 0 ? 1 : 0)) % wholesalers.length];
  if (from === undefined) return undefined;
  const departMs = dayMs + 4 * HOUR_MS + random.integer(0, 90) * MINUTE_MS;
  const vegetables = VEGETABLES.flatMap(
    (kind) => takeFresh(market, from, { kinds: [kind], kg: random.integer(4, 10), nowMs: departMs }) ?? [],
  );
  const greens =
    index % 3 === 0 ? (takeFresh(market, from, { kinds: ['sprouts', 'salad'], kg: 2, nowMs: departMs }) ?? []) : [];
  const amounts = vegetables.concat(greens);
  if (amounts.length === 0) return undefined;
  handOver(market.campaign, amounts, { from, to: place, departMs, hours: 2 });
  return serve(market.campaign, { place, amounts, eatenMs: dayMs + 18 * HOUR_MS });
}

function serve(campaign: Campaign, meal: Meal): Meal {
  const { place: by, amounts, eatenMs: timeMs } = meal;
  const eaten = amounts.map((amount) => ({ ...amount, quantity: amount.quantity - SAMPLE_KG }));
  const at = { by, timeMs, step: 'dispensing', disposition: 'dispensed' };
  record(campaign, by, objectEvent(at, 'OBSERVE', { amounts: eaten }));
  return meal;
}

/** Clusters at some of the places that served tainted food, and a few reports that have another cause. */
function reportIllness({ campaign, tainted }: Market, meals: readonly Meal[]): void {
  const isTainted = ({ amounts }: Meal): boolean => amounts.some(({ lot }) => tainted.has(lot.urn));
  const exposed = onePerPlace(meals.filter(isTainted));
  const places = new Set(exposed.map(({ place }) => place.prefix));
  const unexposed = onePerPlace(meals.filter((meal) => !places.has(meal.place.prefix)));
  const clusters = exposed.slice(0, CLUSTERS_MAX);
  for (const meal of clusters) record(campaign, meal.place, illness(campaign, meal, true));
  for (const meal of unexposed.slice(0, STRAY_REPORTS)) record(campaign, meal.place, illness(campaign, meal, false));
  const patient = clusters.find(({ amounts }) => amounts.length > 1);
  const served = patient?.amounts.find(({ lot }) => tainted.has(lot.urn));
  const innocent = patient?.amounts.find(({ lot }) => !tainted.has(lot.urn));
  if (served !== undefined) {
    const what = {
      zh: '病人所在餐厅的一批芽苗菜：查来源',
      en: 'A lot that patients ate in a restaurant: trace it upstream',
    };
    campaign.highlights.push({ key: 'patient-lot', code: served.lot, what });
  }
  if (innocent !== undefined) {
    const what = { zh: '同一餐中被怀疑的蔬菜，与疫情无关', en: 'A vegetable of the same meal: suspected, innocent' };
    campaign.highlights.push({ key: 'innocent-lot', code: innocent.lot, what });
  }
}

function onePerPlace(meals: readonly Meal[]): Meal[] {
  return [...new Map(meals.toReversed().map((meal) => [meal.place.prefix, meal])).values()].toReversed();
}

function illness({ random }: Campaign, { place: by, amounts, eatenMs }: Meal, confirmed: boolean): EpcisEvent {
  const firstMs = eatenMs + 3 * DAY_MS;
  const lastMs = firstMs + random.integer(1, 5) * DAY_MS;
  const more = {
    'suyuan:illnessReports': {
      'suyuan:cases': confirmed ? random.integer(2, 14) : 1,
      'suyuan:firstOnset': chinaDate(firstMs),
      'suyuan:lastOnset': chinaDate(lastMs),
      'suyuan:syndrome': confirmed ? '出血性腹泻（EHEC）' : '腹泻',
      'suyuan:confirmed': confirmed,
    },
  };
  const samples = amounts.map((amount) => ({ ...amount, quantity: SAMPLE_KG }));
  const at = { by, timeMs: lastMs + DAY_MS, step: 'sampling', disposition: 'unknown' };
  return objectEvent({ ...at, more }, 'OBSERVE', { amounts: samples });
}
