/** Where what a person enters of an element goes in an event. */
import type { PackElement } from '../pack/pack.ts';

export interface WrittenAt {
  /** A member that the standard does not define, or of the master data of the goods; a document; what a sensor reported. */
  readonly kind: 'event' | 'ilmd' | 'document' | 'sensor';
  readonly name: string;
  /** Within it. */
  readonly member?: string;
}

/** `value`: entered. `unit`, `time`: told by the code and amount of the goods, or by when it happens. `known`: told by master data alone. */
export type EnteredAs = 'value' | 'unit' | 'time' | 'known';

const OF_UNITS: readonly string[] = ['lot', 'serial', 'gtin', 'quantity'];

export function enteredAs({ at }: PackElement): EnteredAs {
  if (at.some((place) => OF_UNITS.includes(place))) return 'unit';
  if (at.includes('eventTime')) return 'time';
  return writtenAt({ at }, true) === undefined ? 'known' : 'value';
}

/** @param mayBeOfGoods whether the event may hold master data of the goods (EPCIS 2.0 §7.3.8: where they begin) */
export function writtenAt({ at }: Pick<PackElement, 'at'>, mayBeOfGoods: boolean): WrittenAt | undefined {
  const places = at.flatMap((text): WrittenAt[] => {
    const [head = '', name = '', member] = text.split('/');
    if (head === 'event' || (head === 'ilmd' && mayBeOfGoods))
      return [{ kind: head, name, ...(member === undefined ? {} : { member }) }];
    return head === 'document' || head === 'sensor' ? [{ kind: head, name }] : [];
  });
  return places.find(({ kind }) => kind === 'event' || kind === 'ilmd') ?? places[0];
}
