/** What stands in the form of an order, and what is sent of it. Pure. */
import type { Order, SaveOrder } from '@suyuan/api/orders';
import { codeOfLot } from '../record/fields/code-of-lot.ts';

export interface GivenLine {
  readonly product?: string;
  readonly quantity?: string;
  readonly uom?: string;
  /** Its number. */
  readonly lot?: string;
}

export interface GivenOrder {
  readonly number: string;
  /** The buyer, and where it goes: fields as the form of a stage has them. */
  readonly to: string;
  readonly place: string;
  readonly wantedOn: string;
  readonly note: string;
  readonly lines: readonly GivenLine[];
}

export const EMPTY_ORDER: GivenOrder = { number: '', to: '', place: '', wantedOn: '', note: '', lines: [{}] };

export function givenOrder({ number, buyer, destination, wantedOn, note, lines }: Order): GivenOrder {
  return {
    ...{ number, to: buyer, place: destination ?? '', wantedOn: wantedOn ?? '', note: note ?? '' },
    lines: lines.map(({ product, quantity, uom, lot }) => ({
      ...{ product, quantity },
      ...(uom === undefined ? {} : { uom }),
      ...(lot === undefined ? {} : { lot: numberOfLot(lot, product) }),
    })),
  };
}

/** What {@link codeOfLot} made the code of. */
function numberOfLot(code: string, product: string): string {
  for (const prefix of [`${product}/10/`, codeOfLot(product, ' x').slice(0, -1)])
    if (code.startsWith(prefix)) return decodeURIComponent(code.slice(prefix.length));
  return code;
}

export function orderOf(given: GivenOrder, version: number): SaveOrder {
  const { number, to, place, wantedOn, note, lines } = given;
  return {
    ...{ number: number.trim(), buyer: to.trim(), version },
    ...(place.trim() === '' ? {} : { destination: place.trim() }),
    ...(wantedOn === '' ? {} : { wantedOn }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    lines: lines.map(({ product = '', quantity = '', uom = '', lot = '' }) => ({
      ...{ product, quantity: quantity.trim() },
      ...(uom === '' ? {} : { uom }),
      ...(lot.trim() === '' ? {} : { lot: codeOfLot(product, lot) }),
    })),
  };
}
