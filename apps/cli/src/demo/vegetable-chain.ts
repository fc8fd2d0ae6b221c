/**
 * The vegetables of a village cooperative, for the pack of edible agricultural products. Pak choi is cut after the interval of the
 * pesticide, certified, let into the market and sold. Yardlong beans are picked within it, which is found out in time: they are
 * held, reported and destroyed. Tomatoes are bought of a neighbour without a certificate.
 */
import { chinaDate, chinaTime, DAY_MS, HOUR_MS } from './calendar.ts';
import { type Campaign, lotOf, record, startCampaign } from './campaign.ts';
import { type Code, chinese } from './codes.ts';
import {
  type Amount,
  type Extensions,
  objectEvent,
  receiving,
  shipping,
  transformationEvent,
} from './event-builders.ts';
import { bringForth } from './outbreak-trade.ts';
import { lotMaster, lotNumberOf, paper } from './papers.ts';
import { HOUSEHOLD, INPUT_DEALER, VEGETABLE_COOP, VEGETABLE_MARKET } from './parties.ts';
import { type ProductKind, productOf } from './products.ts';

const ORIGIN = '云溪县柳林镇柳林村';
const PHONE = '0512-00000604';
/** SB/T 10680: division, node, operator and serial number of the market. */
const MARKET_LOT = chinese('cn-market-lot', '32058300100120000231');
const CERTIFICATE = 'LL20260911001';

const PESTICIDE: Extensions = {
  'suyuan:inputKind': 'pesticide',
  'suyuan:inputName': '吡虫啉可湿性粉剂',
  'suyuan:inputMaker': '江临植保化工厂',
  'suyuan:inputSource': INPUT_DEALER.zh,
  'suyuan:inputStatus': 'permitted',
};

/** @param number of the campaign, from 0; the first alone has records */
export function vegetableCampaign(number: number, seed: number): Campaign {
  const campaign = startCampaign('edible-agri', number, seed);
  if (number > 0) return campaign;
  campaign.parties.push(INPUT_DEALER, VEGETABLE_COOP, HOUSEHOLD, VEGETABLE_MARKET);
  const kinds = ['greensInField', 'greens', 'beansInField', 'beans'] as const;
  campaign.products.push(productOf(INPUT_DEALER, 'pesticide'), productOf(HOUSEHOLD, 'tomato'));
  campaign.products.push(...kinds.map((kind) => productOf(VEGETABLE_COOP, kind)));
  buyPesticide(campaign);
  const greens = grow(campaign, PAK_CHOI);
  certify(campaign, greens);
  sell(campaign, greens);
  const beans = grow(campaign, BEANS);
  destroy(campaign, beans);
  buyTomatoes(campaign);
  pointOut(campaign, { greens, beans });
  return campaign;
}

interface Crop {
  readonly field: ProductKind;
  readonly kind: ProductKind;
  readonly name: string;
  readonly plot: string;
  readonly sownMs: number;
  readonly sprayedMs: number;
  readonly pickedMs: number;
  readonly withdrawalDays: number;
  readonly kg: number;
  /** Undefined where nobody wrote it down. */
  readonly dose: string | undefined;
}

const PAK_CHOI: Crop = {
  field: 'greensInField',
  kind: 'greens',
  name: '小白菜',
  plot: '3号地块',
  sownMs: chinaTime(8, 5, 7),
  sprayedMs: chinaTime(8, 31, 17),
  pickedMs: chinaTime(9, 11, 6),
  withdrawalDays: 7,
  kg: 320,
  dose: '每亩20克',
};

/** Picked on the third day of seven; the dose was not written down either. */
const BEANS: Crop = {
  field: 'beansInField',
  kind: 'beans',
  name: '豇豆',
  plot: '5号地块',
  sownMs: chinaTime(7, 10, 7),
  sprayedMs: chinaTime(9, 8, 17),
  pickedMs: chinaTime(9, 11, 8),
  withdrawalDays: 7,
  kg: 180,
  dose: undefined,
};

function buyPesticide(campaign: Campaign): void {
  const lot = lotOf(campaign, productOf(INPUT_DEALER, 'pesticide'), 'P260801');
  const route = { from: INPUT_DEALER, to: VEGETABLE_COOP };
  const more = { 'suyuan:activity': 'input-purchase', ...PESTICIDE };
  const amount = { lot, quantity: 2 };
  bringForth(campaign, INPUT_DEALER, { ...amount, timeMs: chinaTime(7, 30, 9) });
  const goods = { amounts: [amount] };
  const sold = {
    'suyuan:productName': '吡虫啉可湿性粉剂',
    'suyuan:productKind': 'other',
    'suyuan:subjectKind': 'trader',
  };
  record(campaign, INPUT_DEALER, shipping({ timeMs: chinaTime(8, 1, 8), more: sold }, route, goods));
  record(campaign, VEGETABLE_COOP, receiving({ timeMs: chinaTime(8, 1, 9), more }, route, goods));
}

/** Sown, sprayed and picked; what was picked is a lot of its own. */
function grow(campaign: Campaign, crop: Crop): Amount {
  const { name, sownMs, sprayedMs, pickedMs, withdrawalDays, dose, kg } = crop;
  const by = VEGETABLE_COOP;
  const field = lotOf(campaign, productOf(by, crop.field), `T${chinaDate(sownMs).replaceAll('-', '')}`);
  const lot = lotOf(campaign, productOf(by, crop.kind), `C${chinaDate(pickedMs).replaceAll('-', '')}`);
  const onField = { amounts: [{ lot: field, quantity: kg }] };
  const made = { by, step: 'creating_class_instance', disposition: 'active' };
  const crops = { 'suyuan:productName': name, 'suyuan:productKind': 'vegetable', 'suyuan:origin': ORIGIN };
  const sown = { ...crops, 'suyuan:activity': 'sowing' };
  record(campaign, by, objectEvent({ ...made, timeMs: sownMs, more: sown }, 'ADD', onField));
  const sprayed = {
    ...PESTICIDE,
    'suyuan:activity': 'input-use',
    'suyuan:inputUsage': '喷雾',
    ...(dose === undefined ? {} : { 'suyuan:inputDose': dose }),
    'suyuan:inputStopDate': chinaDate(sprayedMs),
    'suyuan:inputPlace': crop.plot,
    'suyuan:inputObject': name,
    'suyuan:withdrawalDays': withdrawalDays,
  };
  record(campaign, by, objectEvent({ by, timeMs: sprayedMs, step: 'other', more: sprayed }, 'OBSERVE', onField));
  const picked = { lot, quantity: kg };
  const ilmd = lotMaster(lotNumberOf(lot), pickedMs);
  const more = { ...crops, 'suyuan:activity': 'harvest' };
  record(campaign, by, transformationEvent({ ...made, timeMs: pickedMs, ilmd, more }, onField, { amounts: [picked] }));
  return picked;
}

const GREENS: Extensions = {
  'suyuan:productName': '小白菜',
  'suyuan:productKind': 'vegetable',
  'suyuan:origin': ORIGIN,
};

function certify(campaign: Campaign, greens: Amount): void {
  const by = VEGETABLE_COOP;
  const timeMs = PAK_CHOI.pickedMs + HOUR_MS;
  const tested = { 'suyuan:testResult': 'pass', 'suyuan:testItems': ['吡虫啉', '毒死蜱'], 'suyuan:testedBy': by.zh };
  const goods = { amounts: [greens] };
  record(
    campaign,
    by,
    objectEvent({ by, timeMs, step: 'inspecting', disposition: 'conformant', more: tested }, 'OBSERVE', goods),
  );
  const more = {
    ...GREENS,
    'suyuan:certificateForm': '1',
    'suyuan:certificateNumber': CERTIFICATE,
    'suyuan:responsible': by.zh,
    'suyuan:contact': PHONE,
    'suyuan:certificateDate': chinaDate(timeMs),
    'suyuan:commitments': ['no-banned-substances', 'residues-within-limits'],
    'suyuan:commitmentBasis': 'self-test',
  };
  record(campaign, by, objectEvent({ by, timeMs: timeMs + HOUR_MS, step: 'packing', more }, 'OBSERVE', goods));
}

/** Into the market by the certificate, split there under a number of the market, and sold. */
function sell(campaign: Campaign, greens: Amount): void {
  const route = { from: VEGETABLE_COOP, to: VEGETABLE_MARKET };
  const departMs = PAK_CHOI.pickedMs + 4 * HOUR_MS;
  const papers = [paper('deliveryNote', VEGETABLE_COOP, CERTIFICATE)];
  const goods = { amounts: [greens] };
  const certified = { ...GREENS, 'suyuan:certificateNumber': CERTIFICATE };
  const sold = { ...certified, 'suyuan:subjectKind': 'cooperative', 'suyuan:buyerName': VEGETABLE_MARKET.zh };
  record(campaign, VEGETABLE_COOP, shipping({ timeMs: departMs, papers, more: sold }, route, goods));
  const admitted = { ...certified, 'suyuan:activity': 'market-admission', 'suyuan:supplierName': VEGETABLE_COOP.zh };
  const by = VEGETABLE_MARKET;
  const arriveMs = departMs + 2 * HOUR_MS;
  record(campaign, by, receiving({ timeMs: arriveMs, papers, more: admitted }, route, goods));
  const split = {
    ...GREENS,
    'suyuan:activity': 'splitting',
    'suyuan:certificateForm': '2',
    'suyuan:responsible': by.zh,
    'suyuan:contact': '0512-00000607',
    'suyuan:certificateDate': chinaDate(arriveMs),
    'suyuan:commitments': ['certificates-kept', 'no-additives-against-rules'],
    'suyuan:commitmentBasis': 'commissioned-test',
  };
  const parts = { lot: MARKET_LOT, quantity: greens.quantity };
  const at = { by, timeMs: arriveMs + HOUR_MS, step: 'creating_class_instance', disposition: 'active', more: split };
  record(campaign, by, transformationEvent(at, goods, { amounts: [parts] }));
  const retail = {
    by,
    timeMs: arriveMs + 20 * HOUR_MS,
    step: 'retail_selling',
    disposition: 'retail_sold',
    more: GREENS,
  };
  record(campaign, by, objectEvent(retail, 'OBSERVE', { amounts: [{ ...parts, quantity: 45 }] }));
}

function destroy(campaign: Campaign, beans: Amount): void {
  const by = VEGETABLE_COOP;
  const goods = { amounts: [beans] };
  const timeMs = BEANS.pickedMs + 5 * HOUR_MS;
  const held = { 'suyuan:reason': '安全间隔期未满即采收', 'suyuan:reportedTo': '云溪县农业农村局' };
  record(
    campaign,
    by,
    objectEvent({ by, timeMs, step: 'holding', disposition: 'non_conformant', more: held }, 'OBSERVE', goods),
  );
  const destroyed = { 'suyuan:disposalMethod': '深埋', 'suyuan:supervisedBy': '柳林镇农产品质量安全监管站' };
  const at = { by, timeMs: timeMs + DAY_MS, step: 'destroying', disposition: 'destroyed', more: destroyed };
  record(campaign, by, objectEvent(at, 'DELETE', goods));
}

function buyTomatoes(campaign: Campaign): void {
  const lot = lotOf(campaign, productOf(HOUSEHOLD, 'tomato'), 'X20260912');
  const more = {
    'suyuan:activity': 'purchase',
    'suyuan:productName': '番茄',
    'suyuan:supplierName': HOUSEHOLD.zh,
    'suyuan:supplierAddress': ORIGIN,
    'suyuan:supplierContact': '0512-00000606',
  };
  const route = { from: HOUSEHOLD, to: VEGETABLE_COOP };
  const goods = { amounts: [{ lot, quantity: 60 }] };
  const crops = { 'suyuan:productName': '番茄', 'suyuan:productKind': 'vegetable', 'suyuan:origin': ORIGIN };
  const made = { by: HOUSEHOLD, step: 'creating_class_instance', disposition: 'active' };
  const picked = { ...crops, 'suyuan:activity': 'harvest' };
  record(campaign, HOUSEHOLD, objectEvent({ ...made, timeMs: chinaTime(9, 11, 17), more: picked }, 'ADD', goods));
  const sold = { ...crops, 'suyuan:subjectKind': 'household' };
  record(campaign, HOUSEHOLD, shipping({ timeMs: chinaTime(9, 12, 6), more: sold }, route, goods));
  record(campaign, VEGETABLE_COOP, receiving({ timeMs: chinaTime(9, 12, 7), more }, route, goods));
}

function pointOut(
  { highlights }: Campaign,
  { greens, beans }: { readonly greens: Amount; readonly beans: Amount },
): void {
  const add = (key: string, code: Code, what: { zh: string; en: string }): number =>
    highlights.push({ key, code, what });
  add('greens', greens.lot, {
    zh: '合作社的一批小白菜：用药、采收、合格证、入市',
    en: 'Pak choi of a cooperative, from spraying to the market',
  });
  add('beans', beans.lot, {
    zh: '一批豇豆：安全间隔期未满即采收，停售并销毁',
    en: 'Yardlong beans picked within the interval of the pesticide: held and destroyed',
  });
}
