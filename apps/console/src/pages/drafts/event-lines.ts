/** What a draft's document says, event by event, for a person who reads it. Pure. */
export interface EventLine {
  readonly time: string;
  readonly what: string;
  readonly codes: readonly string[];
  readonly place: string | undefined;
}

/** Where an event names what it is about. */
const CODE_FIELDS = ['parentID', 'epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'] as const;
const QUANTITY_FIELDS = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'] as const;

/** The document was found valid when it was drafted: what is not there is left out. */
export function eventLines(document: unknown): readonly EventLine[] {
  const list: unknown = Object(Object(document).epcisBody).eventList;
  return Array.isArray(list) ? list.map(eventLine) : [];
}

function eventLine(event: unknown): EventLine {
  const fields = Object(event);
  return {
    time: textOf(fields.eventTime) ?? '',
    what: lastPart(textOf(fields.bizStep) ?? textOf(fields.type) ?? ''),
    codes: [
      ...CODE_FIELDS.flatMap((field) => listOf(fields[field]).flatMap((code) => textOf(code) ?? [])),
      ...QUANTITY_FIELDS.flatMap((field) => listOf(fields[field]).flatMap(quantityOf)),
    ],
    place: textOf(Object(fields.readPoint).id) ?? textOf(Object(fields.bizLocation).id),
  };
}

function quantityOf(given: unknown): readonly string[] {
  const { epcClass, quantity, uom } = Object(given);
  if (typeof epcClass !== 'string') return [];
  return [typeof quantity === 'number' ? `${epcClass} × ${quantity}${textOf(uom) ?? ''}` : epcClass];
}

/** A vocabulary's word, without the address before it. */
const lastPart = (uri: string): string => uri.split(/[/:]/).at(-1) ?? uri;
const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
const listOf = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? given : given === undefined ? [] : [given];
