/**
 * The infant-formula chain, one campaign of it: six dairy farms, two collection stations, a powder plant, a formula
 * factory, a distribution centre and eight stores. Fourteen lots of formula, can by can.
 *
 * Campaign 0 carries what is wrong on purpose: one contaminated lot of base powder that reached three formula lots
 * (recalled in September), a blending record that named this powder by mistake and was corrected, a tanker that
 * warmed up, a case that was shipped and never arrived.
 */

import { chinaDate, chinaTime, DAY_MS, dateDigits, HOUR_MS, MINUTE_MS } from './calendar.ts';
import { type Campaign, lotOf, record, startCampaign } from './campaign.ts';
import { type Code, sgtin, sscc } from './codes.ts';
import {
  type Amount,
  aggregationEvent,
  objectEvent,
  receiving,
  shipping,
  transformationEvent,
} from './event-builders.ts';
import { blendByMistake } from './formula-correction.ts';
import { buyIngredients, type Ingredient } from './formula-ingredients.ts';
import {
  CANS_PER_CASE,
  CASES_PER_PALLET,
  CASES_PER_STORE,
  type FormulaLot,
  isHeld,
  SOLD_PER_VISIT,
  sentCases,
} from './formula-lot.ts';
import { BAD_POWDER, DAYS_PER_POWDER_LOT, milkToPowder } from './formula-milk.ts';
import { recallFormula } from './formula-recall.ts';
import { finishedTests, lotMaster, lotNumberOf, paper, testReport } from './papers.ts';
import { DISTRIBUTOR, FORMULA_FACTORY, type Party, partiesOf } from './parties.ts';
import { caseOf, productOf } from './products.ts';

const BULK_KG = 80; // of 82 kg put in
const POWDER_KG = 40;
const REST_KG = 10; // of the powder lot before, used up first
const SHELF_LIFE_DAYS = 730;
/** The formula lot whose blending was first recorded with the wrong powder, and the case that got lost. */
const MISTAKEN_LOT = 10;
const LOST = { lot: 9, case: 10 };

/** @param number of the campaign, from 0 */
export function formulaCampaign(number: number, seed: number): Campaign {
  const campaign = startCampaign('infant-formula', number, seed);
  const stores = partiesOf('stores', number);
  const powders = milkToPowder(campaign);
  const ingredients = buyIngredients(campaign);
  campaign.parties.push(FORMULA_FACTORY, DISTRIBUTOR, ...stores);
  const formula = productOf(FORMULA_FACTORY, 'formula');
  campaign.products.push(productOf(FORMULA_FACTORY, 'bulkFormula'), formula, caseOf(formula, CANS_PER_CASE));

  const lots: FormulaLot[] = [];
  for (let n = 0; n < powders.length * 2; n += 1) {
    const lot = planLot(campaign, n, stores.length * CASES_PER_STORE);
    blend(campaign, lot, { inputs: inputsOf(lot, powders, ingredients), powders });
    fill(campaign, lot);
    pack(campaign, lot);
    distribute(campaign, lot);
    for (const [s, store] of stores.entries()) sell(campaign, lot, { store, index: s });
    lots.push(lot);
  }
  if (number === 0) {
    recallFormula(
      campaign,
      lots.filter(({ number: n }) => drawsBadPowder(n)),
      { powders, stores },
    );
    pointOut(campaign, lots);
  }
  return campaign;
}

/** Each powder lot goes into two formula lots, and its rest into the next one. */
function powderShares(formulaLot: number): [powder: number, kg: number][] {
  const powder = Math.floor(formulaLot / 2);
  if (formulaLot % 2 === 1 || powder === 0) return [[powder, POWDER_KG]];
  return [
    [powder - 1, REST_KG],
    [powder, POWDER_KG - REST_KG],
  ];
}

function drawsBadPowder(formulaLot: number): boolean {
  return powderShares(formulaLot).some(([powder]) => powder === BAD_POWDER);
}

function planLot(campaign: Campaign, number: number, cases: number): FormulaLot {
  const powder = Math.floor(number / 2);
  const blendMs = chinaTime(7, 5 + powder * DAYS_PER_POWDER_LOT + (number % 2), 8);
  const product = productOf(FORMULA_FACTORY, 'formula');
  const name = dateDigits(blendMs);
  const lot = lotOf(campaign, product, `F${name}`);
  const serial = (n: number): string => `${lotNumberOf(lot)}-${String(n).padStart(4, '0')}`;
  const caseItem = caseOf(product, CANS_PER_CASE).item;
  const pallets = Math.ceil(cases / CASES_PER_PALLET);
  return {
    number,
    lot,
    bulk: lotOf(campaign, productOf(FORMULA_FACTORY, 'bulkFormula'), `B${name}`),
    cans: Array.from({ length: cases }, (_, c) =>
      Array.from({ length: CANS_PER_CASE }, (_, i) => sgtin(product.item, serial(c * CANS_PER_CASE + i + 1))),
    ),
    cases: Array.from({ length: cases }, (_, c) => sgtin(caseItem, serial(c + 1))),
    pallets: Array.from({ length: pallets }, (_, p) =>
      sscc(FORMULA_FACTORY.prefix, campaign.number * 1000 + number * pallets + p),
    ),
    blendMs,
  };
}

function inputsOf({ number }: FormulaLot, powders: readonly Code[], ingredients: readonly Ingredient[]): Amount[] {
  const share = number / (powders.length * 2);
  const powder = powderShares(number).map(([p, quantity]) => amountOf(powders[p], quantity));
  const others = ingredients.map(({ lots, kgPerFormulaLot }) =>
    amountOf(lots[Math.floor(share * lots.length)], kgPerFormulaLot),
  );
  return [...powder, ...others];
}

function amountOf(lot: Code | undefined, quantity: number): Amount {
  if (lot === undefined) throw new RangeError('no such lot');
  return { lot, quantity };
}

function blend(
  campaign: Campaign,
  lot: FormulaLot,
  from: { inputs: readonly Amount[]; powders: readonly Code[] },
): void {
  const { inputs, powders } = from;
  const by = FORMULA_FACTORY;
  const { bulk, blendMs } = lot;
  const papers = [paper('productionOrder', by, lotNumberOf(bulk))];
  const ilmd = lotMaster(lotNumberOf(bulk), blendMs);
  const at = { by, timeMs: blendMs, step: 'creating_class_instance', disposition: 'in_progress', ilmd, papers };
  const made = { amounts: [{ lot: bulk, quantity: BULK_KG }] };
  const event = transformationEvent(at, { amounts: inputs }, made);
  if (campaign.number === 0 && lot.number === MISTAKEN_LOT) {
    const [, ...rest] = inputs;
    const wrong = [amountOf(powders[BAD_POWDER], REST_KG), ...rest];
    blendByMistake(campaign, { lot: lot.lot, right: event, wrong: transformationEvent(at, { amounts: wrong }, made) });
  } else record(campaign, by, event);
  const tested = { by, timeMs: blendMs + 3 * HOUR_MS, step: 'inspecting', disposition: 'conformant' };
  const report = testReport('bulkPowder', '合格', true);
  record(campaign, by, objectEvent({ ...tested, more: report }, 'OBSERVE', made));
}

/** Fills the bulk into cans, each with its serial, and tests the finished lot. */
function fill(campaign: Campaign, { lot, bulk, cans, blendMs }: FormulaLot): void {
  const by = FORMULA_FACTORY;
  const fillMs = blendMs + DAY_MS;
  const things = cans.flat();
  const ilmd = {
    ...lotMaster(lotNumberOf(lot), fillMs),
    'cbvmda:itemExpirationDate': chinaDate(fillMs + SHELF_LIFE_DAYS * DAY_MS),
    'suyuan:registrationNumber': '国食注字YP00000000（虚构）',
  };
  const filled = { by, timeMs: fillMs, step: 'commissioning', disposition: 'active', ilmd };
  record(campaign, by, transformationEvent(filled, { amounts: [{ lot: bulk, quantity: BULK_KG }] }, { things }));
  const tested = { by, timeMs: fillMs + 2 * HOUR_MS, step: 'inspecting', disposition: 'conformant' };
  const number = lotNumberOf(lot);
  const report = { papers: [paper('testReport', by, number)], more: finishedTests(by, number, tested.timeMs) };
  record(campaign, by, objectEvent({ ...tested, ...report }, 'OBSERVE', { things }));
}

/** Cans into cases, cases onto pallets. */
function pack(campaign: Campaign, { lot, cans, cases, pallets, blendMs }: FormulaLot): void {
  const by = FORMULA_FACTORY;
  const packMs = blendMs + DAY_MS + 3 * HOUR_MS;
  const ilmd = { 'cbvmda:lotNumber': lotNumberOf(lot) };
  const at = { by, timeMs: packMs, step: 'commissioning', disposition: 'active' };
  record(campaign, by, objectEvent({ ...at, ilmd }, 'ADD', { things: cases }));
  record(campaign, by, objectEvent({ ...at, timeMs: packMs + MINUTE_MS }, 'ADD', { things: pallets }));
  const closed = { by, step: 'packing', disposition: 'container_closed' };
  for (const [c, parent] of cases.entries()) {
    const timeMs = packMs + (2 + c) * MINUTE_MS;
    record(campaign, by, aggregationEvent({ ...closed, timeMs }, 'ADD', { parent, goods: { things: cans[c] ?? [] } }));
  }
  for (const [p, parent] of pallets.entries()) {
    const timeMs = packMs + 2 * HOUR_MS + p * MINUTE_MS;
    record(
      campaign,
      by,
      aggregationEvent({ ...closed, timeMs }, 'ADD', { parent, goods: { things: onPallet(cases, p) } }),
    );
  }
}

function onPallet(cases: readonly Code[], pallet: number): readonly Code[] {
  return cases.slice(pallet * CASES_PER_PALLET, (pallet + 1) * CASES_PER_PALLET);
}

/** The pallets go to the distribution centre, are stored there and taken apart. */
function distribute(campaign: Campaign, formulaLot: FormulaLot): void {
  const { lot, cases, pallets, blendMs } = formulaLot;
  const route = { from: FORMULA_FACTORY, to: DISTRIBUTOR };
  const papers = [paper('deliveryNote', route.from, lotNumberOf(lot))];
  const departMs = blendMs + 2 * DAY_MS;
  const arriveMs = departMs + 5 * HOUR_MS;
  const goods = { things: pallets };
  const by = DISTRIBUTOR;
  record(campaign, route.from, shipping({ timeMs: departMs, papers }, route, goods));
  record(campaign, by, receiving({ timeMs: arriveMs, papers }, route, goods));
  const stored = { by, timeMs: arriveMs + HOUR_MS, step: 'storing', disposition: 'sellable_not_accessible' };
  record(campaign, by, objectEvent(stored, 'OBSERVE', goods));
  for (const [p, parent] of pallets.entries()) {
    if (isHeld(campaign.number, formulaLot, p)) continue;
    const timeMs = arriveMs + 20 * HOUR_MS + p * 10 * MINUTE_MS;
    const unpacked = { by, timeMs, step: 'unpacking', disposition: 'in_progress' };
    record(campaign, by, aggregationEvent(unpacked, 'DELETE', { parent, goods: { things: onPallet(cases, p) } }));
  }
}

/** One store's cases: delivered, opened, and two thirds of the cans sold in two lots of customers. */
function sell(campaign: Campaign, lot: FormulaLot, { store, index }: { store: Party; index: number }): void {
  const route = { from: DISTRIBUTOR, to: store };
  const numbers = sentCases(campaign.number, lot, index);
  if (numbers.length === 0) return;
  const arrived = numbers.filter((c) => campaign.number > 0 || lot.number !== LOST.lot || c !== LOST.case);
  const departMs = lot.blendMs + 4 * DAY_MS + campaign.random.integer(0, 6 * 24) * HOUR_MS;
  const arriveMs = departMs + 4 * HOUR_MS;
  const papers = [paper('deliveryNote', route.from, `${lotNumberOf(lot.lot)}-${index}`)];
  record(campaign, route.from, shipping({ timeMs: departMs, papers }, route, { things: casesOf(lot, numbers) }));
  record(campaign, store, receiving({ timeMs: arriveMs, papers }, route, { things: casesOf(lot, arrived) }));
  for (const [i, c] of arrived.entries()) {
    const [parent] = casesOf(lot, [c]);
    if (parent === undefined) continue;
    const at = {
      by: store,
      timeMs: arriveMs + (1 + i) * HOUR_MS,
      step: 'unpacking',
      disposition: 'sellable_accessible',
    };
    record(campaign, store, aggregationEvent(at, 'DELETE', { parent, goods: { things: lot.cans[c] ?? [] } }));
  }
  for (const visit of [0, 1]) {
    const from = visit * SOLD_PER_VISIT;
    const things = arrived.flatMap((c) => (lot.cans[c] ?? []).slice(from, from + SOLD_PER_VISIT));
    const timeMs = arriveMs + (visit * 18 + campaign.random.integer(2, 17)) * DAY_MS;
    const sold = { by: store, timeMs, step: 'retail_selling', disposition: 'retail_sold' };
    record(campaign, store, objectEvent(sold, 'OBSERVE', { things }));
  }
}

function casesOf({ cases }: FormulaLot, numbers: readonly number[]): Code[] {
  return numbers.flatMap((c) => cases[c] ?? []);
}

function pointOut(campaign: Campaign, lots: readonly FormulaLot[]): void {
  const add = (key: string, code: Code | undefined, what: { zh: string; en: string }): void => {
    if (code !== undefined) campaign.highlights.push({ key, code, what });
  };
  const good = lots[2];
  const bad = lots.find(({ number }) => drawsBadPowder(number));
  const lost = lots[LOST.lot]?.cases[LOST.case];
  add('can', good?.cans[0]?.[0], { zh: '一罐合格的婴儿配方乳粉', en: 'A good can of infant formula' });
  add('bad-can', bad?.cans[0]?.[0], { zh: '一罐已售出、后被召回的乳粉', en: 'A can that was sold and then recalled' });
  add('bad-lot', bad?.lot, { zh: '被召回的一批乳粉', en: 'A recalled lot of formula' });
  const held = bad?.pallets.findIndex((_, p) => isHeld(campaign.number, bad, p)) ?? -1;
  add('bad-case', bad?.cases[held * CASES_PER_PALLET], {
    zh: '那一批没有拆开的一箱',
    en: 'A case of that lot, unopened',
  });
  add('bad-pallet', bad?.pallets[held], {
    zh: '那一批没有拆开的一个托盘',
    en: 'A pallet of that lot, unopened',
  });
  add('pallet', good?.pallets[0], { zh: '一个托盘：里面的箱和罐', en: 'A pallet: the cases and cans in it' });
  add('corrected-lot', lots[MISTAKEN_LOT]?.lot, {
    zh: '投料记录更正过的一批乳粉',
    en: 'A lot whose blending record was corrected',
  });
  add('lost-case', lost, { zh: '发出而未收到的一箱', en: 'A case that was shipped and never received' });
  if (lost === undefined) return;
  const what = { zh: '一箱乳粉发往门店，从未收到', en: 'A case shipped to a store and never received' };
  campaign.planted.push({ kind: 'shipped-not-received', code: lost, what });
}
