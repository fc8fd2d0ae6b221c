/** Infant formula, second part: imported whey with its customs and quarantine papers, and domestic ingredients. */

import { chinaTime, DAY_MS, dateDigits, HOUR_MS } from './calendar.ts';
import { type Campaign, lotOf, record } from './campaign.ts';
import { type Code, sscc } from './codes.ts';
import { aggregationEvent, type Goods, objectEvent, receiving, shipping } from './event-builders.ts';
import { lotMaster, lotNumberOf, paper, testReport } from './papers.ts';
import { FORMULA_FACTORY, INGREDIENT_MAKERS, type Party, WHEY_IMPORTER, WHEY_MAKER } from './parties.ts';
import { productOf } from './products.ts';

const WHEY_LOTS = 3;
const WHEY_KG = 150;
const LOTS_OF_EACH = 2;

/** An ingredient in stock at the formula factory. */
export interface Ingredient {
  readonly lots: readonly Code[];
  /** How much of it one lot of formula takes. */
  readonly kgPerFormulaLot: number;
}

/** Brings all ingredients but the base powder to the formula factory, before July 2026. */
export function buyIngredients(campaign: Campaign): Ingredient[] {
  campaign.parties.push(WHEY_MAKER, WHEY_IMPORTER, ...INGREDIENT_MAKERS);
  const whey = Array.from({ length: WHEY_LOTS }, (_, n) => importWhey(campaign, n));
  const [wheyLot] = whey;
  if (campaign.number === 0 && wheyLot !== undefined) {
    const what = {
      zh: '进口乳清粉：报关单、检疫证明和全部去向',
      en: 'Imported whey: customs and quarantine papers, and where it went',
    };
    campaign.highlights.push({ key: 'whey', code: wheyLot, what });
  }
  const domestic = [['lactose', 100, 12] as const, ['oil', 80, 8] as const, ['premix', 20, 2] as const].map(
    ([kind, kgBought, kgPerFormulaLot], m): Ingredient => {
      const maker = INGREDIENT_MAKERS[m];
      if (maker === undefined) throw new RangeError(`no maker of ${kind}`);
      const product = productOf(maker, kind);
      campaign.products.push(product);
      const lots = Array.from({ length: LOTS_OF_EACH }, (_, n) => {
        const madeMs = chinaTime(6, 2 + n * 9, 9);
        const lot = lotOf(campaign, product, `${kind.charAt(0).toUpperCase()}${dateDigits(madeMs)}`);
        buyDomestic(campaign, maker, { lot, quantity: kgBought, madeMs });
        return lot;
      });
      return { lots, kgPerFormulaLot };
    },
  );
  return [{ lots: whey, kgPerFormulaLot: 20 }, ...domestic];
}

/** One lot of whey: made abroad, shipped in a container, cleared at the port, delivered. */
function importWhey(campaign: Campaign, n: number): Code {
  const product = productOf(WHEY_MAKER, 'whey');
  if (n === 0) campaign.products.push(product);
  const madeMs = chinaTime(4, 6 + 7 * n, 6);
  const lot = lotOf(campaign, product, `WP${dateDigits(madeMs)}`);
  const goods = { amounts: [{ lot, quantity: WHEY_KG }] };
  const container = sscc(WHEY_MAKER.prefix, campaign.number * 1000 + n);
  const by = WHEY_MAKER;
  const ilmd = lotMaster(lotNumberOf(lot), madeMs, by.country);
  const made = { by, timeMs: madeMs, step: 'creating_class_instance', disposition: 'active', ilmd };
  record(campaign, by, objectEvent(made, 'ADD', goods));
  const packMs = madeMs + 2 * DAY_MS;
  const things = [container];
  record(
    campaign,
    by,
    objectEvent({ by, timeMs: packMs, step: 'commissioning', disposition: 'active' }, 'ADD', { things }),
  );
  const packed = { by, timeMs: packMs + HOUR_MS, step: 'packing', disposition: 'container_closed' };
  record(campaign, by, aggregationEvent(packed, 'ADD', { parent: container, goods }));
  const route = { from: by, to: WHEY_IMPORTER };
  const landedMs = packMs + 25 * DAY_MS;
  record(campaign, by, shipping({ timeMs: packMs + DAY_MS }, route, { things }));
  record(campaign, route.to, receiving({ timeMs: landedMs }, route, { things }));
  clearCustoms(campaign, { container, goods, lot, landedMs });
  deliver(campaign, WHEY_IMPORTER, { goods, departMs: landedMs + 6 * DAY_MS, number: lotNumberOf(lot) });
  return lot;
}

interface Landed {
  readonly container: Code;
  readonly goods: Goods;
  readonly lot: Code;
  readonly landedMs: number;
}

/** Unpacks the container at the port; customs declaration and quarantine certificate are named by the event. */
function clearCustoms(campaign: Campaign, { container, goods, lot, landedMs }: Landed): void {
  const by = WHEY_IMPORTER;
  const unpacked = { by, timeMs: landedMs + DAY_MS, step: 'unpacking', disposition: 'in_progress' };
  record(campaign, by, aggregationEvent(unpacked, 'DELETE', { parent: container, goods }));
  const number = lotNumberOf(lot);
  const cleared = { by, timeMs: landedMs + 3 * DAY_MS, step: 'inspecting', disposition: 'conformant' };
  const papers = [paper('customsDeclaration', by, number), paper('entryQuarantine', by, number)];
  const more = {
    'suyuan:customsDeclarationNumber': `0000 2026 1 ${String(campaign.number).padStart(3, '0')} ${number}（虚构）`,
    'suyuan:entryQuarantineCertificate': `入境货物检验检疫证明 ${number}（虚构）`,
    'suyuan:portOfEntry': '东港（虚构）',
  };
  record(campaign, by, objectEvent({ ...cleared, papers, more }, 'OBSERVE', goods));
}

function buyDomestic(campaign: Campaign, by: Party, bought: { lot: Code; quantity: number; madeMs: number }): void {
  const { lot, quantity, madeMs } = bought;
  const goods = { amounts: [{ lot, quantity }] };
  const ilmd = lotMaster(lotNumberOf(lot), madeMs);
  const made = { by, timeMs: madeMs, step: 'creating_class_instance', disposition: 'active', ilmd };
  record(campaign, by, objectEvent(made, 'ADD', goods));
  deliver(campaign, by, { goods, departMs: madeMs + 3 * DAY_MS, number: lotNumberOf(lot) });
}

/** To the formula factory, which tests what comes in. */
function deliver(campaign: Campaign, from: Party, sold: { goods: Goods; departMs: number; number: string }): void {
  const { goods, departMs, number } = sold;
  const route = { from, to: FORMULA_FACTORY };
  const papers = [paper('order', route.to, number), paper('deliveryNote', from, number)];
  record(campaign, from, shipping({ timeMs: departMs, papers }, route, goods));
  record(campaign, route.to, receiving({ timeMs: departMs + 9 * HOUR_MS, papers }, route, goods));
  const tested = { by: route.to, timeMs: departMs + DAY_MS, step: 'inspecting', disposition: 'conformant' };
  const report = { papers: [paper('testReport', route.to, number)], more: testReport('incoming', '合格', true) };
  record(campaign, route.to, objectEvent({ ...tested, ...report }, 'OBSERVE', goods));
}
