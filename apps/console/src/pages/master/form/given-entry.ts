/** From an entry to what stands in the form, and back to the whole entry that is sent. Pure. */
import type { EntryBody, EntryKind } from '@suyuan/api';

export interface Given {
  readonly kind: EntryKind;
  readonly code: string;
  /** The code is a number that the organisation gives a product without a bar code. */
  readonly isOwn?: boolean;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly [attribute: `attribute.${string}`]: string | undefined;
}

type Attributes = EntryBody['attributes'];

/** What is most said of a thing of the kind, beside its name. */
const OF_KIND: Readonly<Record<EntryKind, readonly string[]>> = {
  product: [
    'nameEn',
    'brandName',
    'netContentDescription',
    'manufacturerOfTradeItemPartyName',
    'productionLicence',
    'registrationNumber',
    'storageConditions',
  ],
  party: ['nameEn', 'city', 'streetAddressOne', 'telephone', 'licenceNumber'],
  site: ['nameEn', 'city', 'streetAddressOne'],
  equipment: ['model'],
  device: ['model'],
};
/** By which a thing is called, where several are there the first. */
const NAMES = ['descriptionShort', 'name', 'regulatedProductName', 'tradeItemDescription', 'description'];

/** The attribute that is the name of the thing. */
export const nameOf = (attributes: Attributes): string =>
  NAMES.find((name) => typeof attributes[name] === 'string') ?? 'name';

/** Attributes that have a field, beside the name: those of the kind, and whatever else is said as one text. */
export function fieldsOf(kind: EntryKind, attributes: Attributes): readonly string[] {
  const texts = Object.keys(attributes).filter((name) => typeof attributes[name] === 'string');
  const free = OF_KIND[kind].filter((name) => attributes[name] === undefined || texts.includes(name));
  return [...new Set([...free, ...texts])].filter((name) => name !== nameOf(attributes));
}

export function givenOf({ kind, code, attributes, identifiers }: EntryBody): Partial<Given> {
  const texts = Object.entries(attributes).filter(([, value]) => typeof value === 'string');
  const given = Object.fromEntries(texts.map(([name, value]) => [`attribute.${name}`, String(value)]));
  return { ...given, ...(kind === null ? {} : { kind }), code, identifiers };
}

/** An entry is whole: what has no field in the form is said again as it was. */
export function entryOf(given: Given, before: EntryBody | undefined): object {
  const { kind, code, identifiers } = given;
  const own = before?.attributes ?? {};
  const attributes: Record<string, unknown> = { ...own };
  for (const name of [nameOf(own), ...fieldsOf(kind, own)]) {
    const text = given[`attribute.${name}`]?.trim() ?? '';
    if (text === '') delete attributes[name];
    else attributes[name] = text;
  }
  const numbers = identifiers.map(({ scheme, value }) => ({ scheme, value: value.trim() }));
  return { kind, code: code.trim(), attributes, identifiers: numbers, parts: before?.parts ?? [] };
}
