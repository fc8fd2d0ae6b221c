/** What a document of events says, event by event, for a person who reads it. Pure. */
export interface EventLine {
  /** As the event gives it, where it has one of its own. */
  readonly eventID: string | undefined;
  readonly time: string;
  /** Bare word of its business step, else its type. */
  readonly step: string;
  readonly codes: readonly string[];
  readonly place: string | undefined;
}

/** Where an event names what it is about. */
const CODE_FIELDS = ['parentID', 'epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'] as const;
const QUANTITY_FIELDS = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'] as const;

/** Of a capture document. It was found valid by the server: what is not there is left out. */
export function eventLines(document: unknown): readonly EventLine[] {
  const list: unknown = Object(Object(document).epcisBody).eventList;
  return Array.isArray(list) ? list.map(eventLine) : [];
}

export function eventLine(event: unknown): EventLine {
  const fields = Object(event);
  return {
    eventID: textOf(fields.eventID),
    time: textOf(fields.eventTime) ?? '',
    step: bareWord(textOf(fields.bizStep) ?? textOf(fields.type) ?? ''),
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

/** CBV 2.0 has a step in four spellings: the word, as a CURIE, as a URN and as a web address. */
const bareWord = (step: string): string => /(?:^|[/:])(?:BizStep-)?([^/:]+)$/.exec(step)?.[1] ?? step;
const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
const listOf = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? given : given === undefined ? [] : [given];
