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
