/** Which lot a drill is of, where nobody names one: any that the organisation itself has recorded within a year. */
import { randomInt } from 'node:crypto';
import { Problem } from '@suyuan/api';
import { readCode } from '@suyuan/codes';
import { type EventFacts, HANDING_OVER } from '@suyuan/epcis';
import type { Ctx } from '../../platform/ctx.ts';
import { findSomeOwn, readEventsById } from '../events/index.ts';
import { lotOfCode } from './moves.ts';

const DAYS = 365;
const DAY_MS = 86_400_000;
/** Events that are read of those found; a pallet's mention thousands of units. */
const EVENTS_MAX = 2_000;

/** @throws Problem `drill.nothing` */
export async function pickLot(ctx: Ctx): Promise<string> {
  const since = new Date(ctx.clock.now().getTime() - DAYS * DAY_MS);
  const ids = await ctx.read((tx) => findSomeOwn(tx, since));
  const some = shuffled(ids).slice(0, EVENTS_MAX);
  const events = await ctx.read((tx) => readEventsById(tx, some), { as: 'chain' });
  const effective = events.filter(({ declaredInError, isDeclaration }) => !declaredInError && !isDeclaration);
  const lots = lotsIn(effective.map(({ facts }) => facts));
  const [picked] = shuffled(lots.shipped.length > 0 ? lots.shipped : lots.all);
  if (picked === undefined) throw new Problem('drill.nothing');
  return picked;
}

/** The lots that events name, and those of them that were handed over: what has left is what a recall is of. */
export function lotsIn(all: readonly EventFacts[]): { readonly all: string[]; readonly shipped: string[] } {
  const lots = new Set<string>();
  const shipped = new Set<string>();
  for (const { units, bizStep } of all) {
    for (const { code } of units) {
      const lot = lotOfCode(code);
      if (readCode(lot).names !== 'lot') continue;
      lots.add(lot);
      if (HANDING_OVER.has(bizStep)) shipped.add(lot);
    }
  }
  return { all: [...lots], shipped: [...shipped] };
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    const [one, two] = [left[at], left[other]];
    if (one === undefined || two === undefined) continue;
    left[at] = two;
    left[other] = one;
  }
  return left;
}
