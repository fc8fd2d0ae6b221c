/**
 * Biscuits, for the food pack: flour bought, baked, tested, released and sold with all that the law wants written down; the
 * same a second time with what is left out in haste; and flour that was past its date when it was baked.
 */
import { chinaDate, chinaTime, DAY_MS, HOUR_MS } from './calendar.ts';
import { type Campaign, lotOf, record, startCampaign } from './campaign.ts';
import type { Code } from './codes.ts';
import {
  type Amount,
  type Extensions,
  objectEvent,
  type Route,
  receiving,
  shipping,
  transformationEvent,
} from './event-builders.ts';
import { bringForth } from './outbreak-trade.ts';
import { lotMaster, lotNumberOf, paper, testReport } from './papers.ts';
import { BAKERY, FLOUR_MILL, SUPERMARKET } from './parties.ts';
import { productOf } from './products.ts';

/** Invented numbers in the form of the law: SC and 14 digits, of which the last is a check digit. */
const MILL_LICENCE = 'SC10132058300016';
const BAKERY_LICENCE = 'SC10832058300123';
const FLOUR_KG = 600;
const BAKED_KG = 500;
/** How long the flour keeps, from the first baking; what is left of it is baked ten days after its date. */
const FLOUR_DAYS = 20;
const KEPT_DAYS = 30;
const BISCUITS_KG = 460;

/** One batch, and what was forgotten of it. */
interface Batch {
  readonly dayMs: number;
  readonly isInOrder: boolean;
}

/** @param number of the campaign, from 0; the first alone has records */
export function foodCampaign(number: number, seed: number): Campaign {
  const campaign = startCampaign('food', number, seed);
  if (number > 0) return campaign;
  campaign.parties.push(FLOUR_MILL, BAKERY, SUPERMARKET);
  campaign.products.push(productOf(FLOUR_MILL, 'flour'), productOf(BAKERY, 'biscuits'));
  const first = { dayMs: chinaTime(9, 7), isInOrder: true };
  const good = bake(campaign, first);
  const old = bakeOldFlour(campaign, first);
  const bad = bake(campaign, { dayMs: chinaTime(9, 14), isInOrder: false });
  campaign.highlights.push(
    {
      key: 'food-in-order',
      code: good,
      what: { zh: '一批记录齐全的饼干', en: 'A lot of biscuits with complete records' },
    },
    {
      key: 'food-not-in-order',
      code: bad,
      what: {
        zh: '一批饼干：原料没有查验供货者许可证，由检验员自己放行，出厂没有写购货者联系方式',
        en: 'A lot of biscuits: no licence of the supplier, released by its own inspector, sold without the contact of the buyer',
      },
    },
    {
      key: 'food-old-flour',
      code: old,
      what: {
        zh: '一批饼干：面粉用的时候已过保质期',
        en: 'A lot of biscuits: the flour was past its date when it was used',
      },
    },
  );
  return campaign;
}

function bake(campaign: Campaign, batch: Batch): Code {
  const { dayMs } = batch;
  const flour = buyFlour(campaign, batch);
  const lot = lotOf(campaign, productOf(BAKERY, 'biscuits'), `B${chinaDate(dayMs).replaceAll('-', '')}`);
  const biscuits = { lot, quantity: BISCUITS_KG };
  makeBiscuits(campaign, BAKERY.desk, { flour, biscuits, timeMs: dayMs + 9 * HOUR_MS });
  release(campaign, biscuits, batch);
  sell(campaign, biscuits, batch);
  return lot;
}

interface Baking {
  readonly flour: Amount;
  readonly biscuits: Amount;
  readonly timeMs: number;
}

function makeBiscuits(campaign: Campaign, desk: string, { flour, biscuits, timeMs }: Baking): void {
  const ilmd = {
    ...lotMaster(lotNumberOf(biscuits.lot), timeMs),
    'cbvmda:itemExpirationDate': chinaDate(timeMs + 270 * DAY_MS),
  };
  const at = { by: BAKERY, timeMs, step: 'creating_class_instance', disposition: 'active', ilmd };
  record(campaign, { desk }, transformationEvent(at, { amounts: [flour] }, { amounts: [biscuits] }));
}

/** A sheet of its own: where food is dealt in before the demonstration is loaded, the pack refuses it and nothing else. */
const OLD_FLOUR_DESK = 'bakery-old-flour';

/** The rest of the flour of this batch, baked after its date. */
function bakeOldFlour(campaign: Campaign, { dayMs }: Batch): Code {
  campaign.forbidden.add(OLD_FLOUR_DESK);
  const timeMs = dayMs + KEPT_DAYS * DAY_MS;
  const flour = { lot: flourLot(campaign, dayMs), quantity: FLOUR_KG - BAKED_KG };
  const lot = lotOf(campaign, productOf(BAKERY, 'biscuits'), `B${chinaDate(timeMs).replaceAll('-', '')}`);
  makeBiscuits(campaign, OLD_FLOUR_DESK, { flour, biscuits: { lot, quantity: 90 }, timeMs: timeMs + 9 * HOUR_MS });
  return lot;
}

function flourLot(campaign: Campaign, dayMs: number): Code {
  const name = `W${chinaDate(dayMs - 5 * DAY_MS).replaceAll('-', '')}`;
  return lotOf(campaign, productOf(FLOUR_MILL, 'flour'), name);
}

function buyFlour(campaign: Campaign, { dayMs, isInOrder }: Batch): Amount {
  const route = { from: FLOUR_MILL, to: BAKERY };
  const flour = { lot: flourLot(campaign, dayMs), quantity: FLOUR_KG };
  const number = lotNumberOf(flour.lot);
  bringForth(campaign, FLOUR_MILL, { ...flour, timeMs: dayMs - 5 * DAY_MS });
  const goods = goodsFacts('小麦粉', '25千克', dayMs + FLOUR_DAYS * DAY_MS);
  const checked = { 'suyuan:supplierLicence': MILL_LICENCE, 'suyuan:certificateNo': `青检${number}` };
  const papers = [paper('deliveryNote', FLOUR_MILL, number)];
  const amounts = { amounts: [flour] };
  record(
    campaign,
    FLOUR_MILL,
    shipping({ timeMs: dayMs - 3 * DAY_MS, papers, more: { ...goods, ...buyerFacts(route) } }, route, amounts),
  );
  const more = { ...goods, ...supplierFacts(route), ...(isInOrder ? checked : {}) };
  record(campaign, BAKERY, receiving({ timeMs: dayMs - 2 * DAY_MS, papers, more }, route, amounts));
  return { ...flour, quantity: BAKED_KG };
}

/** Tested by one and released by another; in haste the inspector released what she had tested herself. */
function release(campaign: Campaign, biscuits: Amount, { dayMs, isInOrder }: Batch): void {
  const goods = { amounts: [biscuits] };
  const number = `麦检${lotNumberOf(biscuits.lot)}`;
  const at = { by: BAKERY, step: 'inspecting', disposition: 'conformant' };
  const report = testReport('biscuits', '合格', true);
  const tested = { ...report, 'suyuan:inspectionNo': number, 'suyuan:inspector': '周敏' };
  record(campaign, BAKERY, objectEvent({ ...at, timeMs: dayMs + 30 * HOUR_MS, more: tested }, 'OBSERVE', goods));
  const released = {
    'suyuan:releasedBy': isInOrder ? '高建国' : '周敏',
    'suyuan:inspector': '周敏',
    'suyuan:inspectionNo': number,
  };
  record(campaign, BAKERY, objectEvent({ ...at, timeMs: dayMs + 31 * HOUR_MS, more: released }, 'OBSERVE', goods));
}

function sell(campaign: Campaign, biscuits: Amount, { dayMs, isInOrder }: Batch): void {
  const route = { from: BAKERY, to: SUPERMARKET };
  const departMs = dayMs + 2 * DAY_MS + 6 * HOUR_MS;
  const papers = [paper('deliveryNote', BAKERY, lotNumberOf(biscuits.lot))];
  const amounts = { amounts: [biscuits] };
  const goods = goodsFacts('麦田苏打饼干', '400克', dayMs + 270 * DAY_MS);
  const { 'suyuan:buyerContact': contact, ...buyer } = buyerFacts(route);
  const sold = {
    ...goods,
    ...buyer,
    ...(isInOrder && contact !== undefined ? { 'suyuan:buyerContact': contact } : {}),
  };
  record(campaign, BAKERY, shipping({ timeMs: departMs, papers, more: sold }, route, amounts));
  const more = {
    ...goods,
    ...supplierFacts(route),
    'suyuan:supplierLicence': BAKERY_LICENCE,
    'suyuan:certificateNo': `麦检${lotNumberOf(biscuits.lot)}`,
  };
  record(campaign, SUPERMARKET, receiving({ timeMs: departMs + 4 * HOUR_MS, papers, more }, route, amounts));
  const at = { by: SUPERMARKET, timeMs: departMs + 3 * DAY_MS, step: 'retail_selling', disposition: 'retail_sold' };
  record(campaign, SUPERMARKET, objectEvent(at, 'OBSERVE', { amounts: [{ ...biscuits, quantity: 120 }] }));
}

function goodsFacts(name: string, specification: string, untilMs: number): Extensions {
  return {
    'suyuan:productName': name,
    'suyuan:specification': specification,
    'suyuan:itemExpirationDate': chinaDate(untilMs),
  };
}

function supplierFacts({ from }: Route): Extensions {
  return {
    'suyuan:supplierName': from.zh,
    'suyuan:supplierAddress': `${from.town}工业路8号`,
    'suyuan:supplierContact': '0512-00000601',
  };
}

function buyerFacts({ to }: Route): Extensions {
  return {
    'suyuan:buyerName': to.zh,
    'suyuan:buyerAddress': `${to.town}人民路16号`,
    'suyuan:buyerContact': '0512-00000602',
  };
}
