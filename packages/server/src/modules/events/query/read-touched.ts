/**
 * What a look-up of the chain depends on, and what new blocks touch of that, as keys that can be held against each other: an event
 * that changes what a look-up finds has one of the look-up's keys.
 */
import { readFacts } from '@suyuan/epcis';
import type { Queryable } from '../../../platform/db/index.ts';
import { touchesOf } from '../capture/derive.ts';
import { classRange, textKey, unitKey } from '../keys.ts';
import { TOUCH_ROLES, UNIT_ROLES } from '../roles.ts';
import { selectByIds } from './store.ts';
import { selectIdsOfBlocks } from './store-touched.ts';

/** As what codes were looked for; `instances` of lots, by what the instances' own codes say. */
export type LookedAs = 'units' | 'instances' | 'transformations' | 'notices' | 'noticesWithin';

const MARKS: Readonly<Record<LookedAs, string>> = {
  units: 'u',
  instances: 'c',
  transformations: 't',
  notices: 'n',
  noticesWithin: 'w',
};

/** The half of a unit's key that is of its class. */
const CLASS_LENGTH = 18;

/** Of codes that were looked for, whether anything was found or not. */
export function lookedFor(codes: readonly string[], as: LookedAs): string[] {
  if (as === 'instances') return codes.map((code) => MARKS.instances + classRange(code).from.slice(0, CLASS_LENGTH));
  return codes.map((code) => MARKS[as] + unitKey(code));
}

/** Of an event that was found: a declaration in error has the same, whatever units it names. */
export function identityLookedFor(eventID: string): string {
  return identityMark(textKey(eventID));
}

function identityMark(key: string): string {
  return `e${key}`;
}

/** All that the events of these blocks touch. As *maintenance* or *chain*: of whoever recorded them. */
export async function readTouched(db: Queryable, blocks: readonly number[]): Promise<Set<string>> {
  const touched = new Set<string>();
  for (const { identityKey, facts } of await selectByIds(db, await selectIdsOfBlocks(db, blocks))) {
    touched.add(identityMark(identityKey));
    for (const { unit, role } of touchesOf(readFacts(facts))) for (const key of keysOf(unit, role)) touched.add(key);
  }
  return touched;
}

function keysOf(unit: string, role: number): string[] {
  if (UNIT_ROLES.includes(role)) return [MARKS.units + unit, MARKS.instances + unit.slice(0, CLASS_LENGTH)];
  switch (role) {
    case TOUCH_ROLES.ilmdLot:
      return [MARKS.units + unit];
    case TOUCH_ROLES.transformation:
      return [MARKS.transformations + unit];
    case TOUCH_ROLES.notice:
      return [MARKS.notices + unit];
    case TOUCH_ROLES.noticeWithin:
      return [MARKS.noticesWithin + unit];
    default:
      return [];
  }
}
