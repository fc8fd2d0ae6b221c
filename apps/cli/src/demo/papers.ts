/** The documents that travel with goods, and what their extension members say. Numbers are invented. */

import { chinaDate } from './calendar.ts';
import { type Code, gdti } from './codes.ts';
import { type Extensions, type Paper, spell } from './event-builders.ts';
import type { Party } from './parties.ts';

const NAMESPACE = 'https://suyuan.example/ns/';

/** CBV 2.0 §7.3 types under their own names; Chinese papers that CBV lacks under ours. */
const TYPES = {
  order: 'po',
  deliveryNote: 'desadv',
  productionOrder: 'prodorder',
  testReport: 'testres',
  returnNote: 'rma',
  /** 生鲜乳交接单: Regulation on dairy quality §24. */
  milkHandover: `${NAMESPACE}btt-raw-milk-handover`,
  /** 进口货物报关单. */
  customsDeclaration: `${NAMESPACE}btt-customs-declaration`,
  /** 入境货物检验检疫证明. */
  entryQuarantine: `${NAMESPACE}btt-entry-inspection-quarantine`,
} as const;

const KINDS = Object.keys(TYPES);

/** A paper of this kind that `issuer` wrote, with its number of up to 17 characters. */
export function paper(kind: keyof typeof TYPES, issuer: Party, number: string): Paper {
  const id: Code = gdti(issuer.prefix, KINDS.indexOf(kind) + 1, number);
  return { type: TYPES[kind], id };
}

/** What a test found, for the event that reports it. */
export function testReport(item: Item, result: string, passed: boolean): Extensions {
  return { 'suyuan:testReport': { ...tested(item), 'suyuan:result': result, 'suyuan:passed': passed } };
}

/** What is tested, by its name in both languages. */
const ITEMS = {
  outgoing: ['出厂检验', 'Outgoing inspection'],
  incoming: ['进货检验', 'Incoming inspection'],
  pathogens: ['阪崎肠杆菌、沙门氏菌', 'Cronobacter, Salmonella'],
  retained: ['克罗诺杆菌属（阪崎肠杆菌），留样复检', 'Cronobacter, retained sample tested again'],
  rawMilk: ['抗生素残留、酸度、菌落总数', 'Residues of antibiotics, acidity, total plate count'],
  bulkPowder: ['半成品水分、均匀度', 'Moisture and evenness of the bulk powder'],
  biscuits: ['水分、酸价、菌落总数', 'Moisture, acid value, total plate count'],
} as const;
type Item = keyof typeof ITEMS;

function tested(item: Item): Record<string, string> {
  const [zh, en] = ITEMS[item];
  return { 'suyuan:item': zh, 'suyuan:itemEn': en };
}

/** What the factory's own laboratory and one that it asked found of finished goods, with the numbers of their reports. */
export function finishedTests(by: Party, lotNumber: string, timeMs: number): Extensions {
  const good = { 'suyuan:passed': true, 'suyuan:date': chinaDate(timeMs) };
  return {
    'suyuan:testReport': [
      {
        ...{ ...tested('pathogens'), 'suyuan:result': '未检出', ...good },
        ...{
          'suyuan:laboratory': '江临食品检验所（虚构）',
          'suyuan:laboratoryEn': 'Jianglin Food Laboratory (invented)',
        },
        'suyuan:number': `SJ-${lotNumber}`,
      },
      {
        ...{ ...tested('outgoing'), 'suyuan:result': '合格', ...good },
        ...{ 'suyuan:laboratory': spell(by.party, by), 'suyuan:number': `RS${lotNumber}` },
      },
    ],
  };
}

/** ILMD of a lot (CBV 2.0 §9.2). */
export function lotMaster(lotNumber: string, producedMs: number, country = 'CN'): Record<string, string> {
  return {
    'cbvmda:lotNumber': lotNumber,
    'cbvmda:productionDate': chinaDate(producedMs),
    'cbvmda:countryOfOrigin': country,
  };
}

/** The lot number at the end of a lot's code. */
export function lotNumberOf({ path }: Code): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
