/** What a firm that makes food records of its goods, as documents of events. */
type EventJson = Readonly<Record<string, unknown>>;
type Amount = readonly [lot: string, quantity?: number, uom?: string];

const EPCIS = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

export const PRODUCT = '6901234567892';
export const lotOf = (lot: string): string => `https://id.gs1.org/01/0${PRODUCT}/10/${lot}`;

export function documentOf(eventList: readonly EventJson[]): string {
  return JSON.stringify({
    '@context': [EPCIS],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-01-01T00:00:00Z' },
    epcisBody: { eventList },
  });
}

/** A step of these amounts, in kilograms unless said otherwise; `day` as `03-01`, in 2026, at noon in China. */
export function stepOf(bizStep: string, day: string, ...amounts: readonly Amount[]): EventJson {
  return { type: 'ObjectEvent', action: 'OBSERVE', bizStep, ...at(day), quantityList: listOf(amounts) };
}

export function madeOf(day: string, from: Amount, to: Amount): EventJson {
  return {
    ...{ type: 'TransformationEvent', bizStep: 'commissioning', ...at(day) },
    ...{ inputQuantityList: listOf([from]), outputQuantityList: listOf([to]) },
  };
}

const at = (day: string): EventJson => ({
  eventTime: `2026-${day}T12:00:00+08:00`,
  eventTimeZoneOffset: '+08:00',
});

function listOf(amounts: readonly Amount[]): readonly EventJson[] {
  return amounts.map(([lot, quantity, uom = 'KGM']) => ({
    epcClass: lotOf(lot),
    ...(quantity === undefined ? {} : { quantity, uom }),
  }));
}

const LAW = { source: 'law', confidence: 'B' };
const words = (zh: string, en: string) => ({ zh, en });

/** A pack of a category of its own, `ores`, in which what is taken in comes into one account of all, and what is sold goes out of it. */
export function packOfWhole(): object {
  const entries = [
    { stage: 'intake', effect: 'in' },
    { stage: 'sale', effect: 'out' },
  ];
  return packOfSale({ id: 'materials', name: words('物料平衡', 'Balance of materials'), by: 'whole', entries });
}

/** The same, in which what is sold counts against a quota. */
export function packOfQuota(): object {
  return packOfSale({ id: 'allotted', name: words('销售总量指标', 'Allotted sales'), by: 'product', quota: 'out' });
}

function packOfSale(balance: object): object {
  return {
    ...{ id: 'ores', version: '2026.1', name: words('矿产品', 'Ores'), goods: { categories: ['ores'] } },
    sources: { law: { title: words('矿产品管理规定', 'Rules on ores'), number: '第 1 号令' } },
    ...{ elements: {}, codeLists: {} },
    stages: [
      {
        ...{ id: 'sale', name: words('销售', 'Sale') },
        ...{ event: { types: ['ObjectEvent'], bizSteps: ['retail_selling'] }, ...LAW },
      },
      {
        ...{ id: 'intake', name: words('进货', 'Intake') },
        ...{ event: { types: ['ObjectEvent'], bizSteps: ['collecting'] }, ...LAW },
      },
    ],
    ...{ requirements: [], rules: [], licences: [], clocks: [], filings: [], retention: [], recallClasses: [] },
    ...{ absent: [], ledgers: [], publicPage: { groups: [], marks: [] } },
    balances: [{ entries: [{ stage: 'sale', effect: 'out' }], ...balance, ...LAW }],
  };
}
