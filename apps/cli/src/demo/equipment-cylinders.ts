/**
 * Two cylinders of a filling station. One is filled and delivered in order. The other was filled in time, and handed to a customer
 * when the date of its inspection was over; the inspection found it unfit, and it was scrapped.
 */
import { chinaDate, chinaTime, HOUR_MS, MINUTE_MS } from './calendar.ts';
import { type Campaign, record } from './campaign.ts';
import { type Code, chinese } from './codes.ts';
import { type Extensions, localTime, objectEvent } from './event-builders.ts';
import { GAS_FILLER } from './parties.ts';

const FILLER_NUMBER = 'TS4232058-2028';
const MEDIUM = '液化石油气';

interface Cylinder {
  readonly number: string;
  readonly madeOn: string;
  readonly inspectionDue: string;
  readonly useLimit: string;
  readonly filledMs: number;
  readonly deliveredMs: number;
  readonly customer: string;
  readonly address: string;
}

const IN_ORDER: Cylinder = {
  number: 'YX3205830004217',
  madeOn: '2023-06-12',
  inspectionDue: '2027-06-30',
  useLimit: '2031-06-11',
  filledMs: chinaTime(6, 1, 9),
  deliveredMs: chinaTime(6, 3, 10),
  customer: '老张面馆',
  address: '云溪解放路22号',
};

const OVERDUE: Cylinder = {
  number: 'YX3205830001863',
  madeOn: '2018-05-20',
  inspectionDue: '2026-05-31',
  useLimit: '2026-12-31',
  filledMs: chinaTime(5, 28, 9),
  deliveredMs: chinaTime(6, 3, 11),
  customer: '河湾小吃店',
  address: '云溪河湾街5号',
};

export function recordCylinders(campaign: Campaign): void {
  for (const cylinder of [IN_ORDER, OVERDUE]) fillAndDeliver(campaign, cylinder);
  withdraw(campaign, OVERDUE);
  const add = (key: string, { number }: Cylinder, what: { zh: string; en: string }): number =>
    campaign.highlights.push({ key, code: codeOf(number), what });
  add('cylinder', IN_ORDER, {
    zh: '一只按规定充装、配送的液化气瓶',
    en: 'A gas cylinder filled and delivered in order',
  });
  add('cylinder-overdue', OVERDUE, {
    zh: '一只过了检验有效期还配送的液化气瓶，后经检验不合格报废',
    en: 'A gas cylinder delivered after its inspection date, then found unfit and scrapped',
  });
}

function codeOf(number: string): Code {
  return chinese('cn-gas-cylinder', number);
}

interface Act {
  readonly timeMs: number;
  readonly step: string;
  readonly activity: string;
  readonly more: Extensions;
}

function act(campaign: Campaign, { number }: Cylinder, { timeMs, step, activity, more }: Act): void {
  const at = { by: GAS_FILLER, timeMs, step, more: { 'suyuan:activity': activity, ...more } };
  record(campaign, GAS_FILLER, objectEvent(at, 'OBSERVE', { things: [codeOf(number)] }));
}

function fillAndDeliver(campaign: Campaign, cylinder: Cylinder): void {
  const { filledMs, deliveredMs, customer, address } = cylinder;
  enter(campaign, cylinder);
  const checked = { 'suyuan:result': 'fit', 'suyuan:checkedBy': ['赵海生'] };
  const filled = {
    'suyuan:fillerNumber': FILLER_NUMBER,
    'suyuan:medium': MEDIUM,
    'suyuan:filledKg': 14.5,
    'suyuan:filledBy': ['赵海生'],
    'suyuan:filledAt': localTime(filledMs, GAS_FILLER.zone),
  };
  const delivered = {
    'suyuan:customerName': customer,
    'suyuan:customerAddress': address,
    'suyuan:deliveredBy': '孙小军',
  };
  const acts: readonly Act[] = [
    { timeMs: filledMs - 10 * MINUTE_MS, step: 'inspecting', activity: 'cylinder-check-before', more: checked },
    { timeMs: filledMs, step: 'packing', activity: 'cylinder-filling', more: filled },
    { timeMs: filledMs + 15 * MINUTE_MS, step: 'inspecting', activity: 'cylinder-check-after', more: checked },
    { timeMs: deliveredMs, step: 'dispensing', activity: 'cylinder-delivery', more: delivered },
  ];
  for (const each of acts) act(campaign, cylinder, each);
}

function enter(campaign: Campaign, { number, madeOn, inspectionDue, useLimit }: Cylinder): void {
  const by = GAS_FILLER;
  const ilmd = {
    'suyuan:cylinderNumber': number,
    'suyuan:cylinderOwner': by.zh,
    'suyuan:medium': MEDIUM,
    'suyuan:volume': 35.5,
    'suyuan:maker': '江临气瓶制造厂',
    'suyuan:madeOn': madeOn,
    'suyuan:inspectionDue': inspectionDue,
    'suyuan:useLimit': useLimit,
    'suyuan:isMarkReadable': true,
  };
  const more = { 'suyuan:activity': 'cylinder-dossier', 'suyuan:fillerNumber': FILLER_NUMBER };
  const at = { by, timeMs: chinaTime(1, 5, 9), step: 'commissioning', disposition: 'active', ilmd, more };
  record(campaign, by, objectEvent(at, 'ADD', { things: [codeOf(number)] }));
}

/** Taken back from the customer, inspected, and made unusable. */
function withdraw(campaign: Campaign, cylinder: Cylinder): void {
  const timeMs = cylinder.deliveredMs + 15 * 24 * HOUR_MS;
  const inspected = {
    'suyuan:result': 'unfit',
    'suyuan:inspectionBody': '云溪气瓶检验站',
    'suyuan:reportNumber': `YX-QP-${chinaDate(timeMs).replaceAll('-', '')}`,
    'suyuan:findings': '瓶底腐蚀',
  };
  const scrapped = { 'suyuan:disabledBy': '压扁', 'suyuan:scrapReason': '定期检验不合格' };
  const acts: readonly Act[] = [
    { timeMs, step: 'collecting', activity: 'cylinder-return', more: { 'suyuan:customerName': cylinder.customer } },
    { timeMs: timeMs + 24 * HOUR_MS, step: 'inspecting', activity: 'cylinder-inspection', more: inspected },
    { timeMs: timeMs + 72 * HOUR_MS, step: 'decommissioning', activity: 'cylinder-scrapping', more: scrapped },
  ];
  for (const each of acts) act(campaign, cylinder, each);
}
