/** What containers held when something was done to them: of a pallet that is shipped as one, its contents leave. */

import type { UnitMention } from '@suyuan/epcis';
import type { ContentsOf } from '@suyuan/profiles';
import type { Queryable } from '../../platform/db/index.ts';
import { findContainers, type ReadEvent } from '../events/index.ts';
import { type EventsRead, inOrder } from './history.ts';

/** Of an event; a ship's load of cartons is fewer. */
const UNITS_MAX = 10_000;
/** Containers within containers. */
const LEVELS_MAX = 6;

/** @param events whose containers are opened */
export async function readContents(
  db: Queryable,
  reading: EventsRead,
  events: readonly ReadEvent[],
): Promise<(event: ReadEvent) => ContentsOf> {
  const lives = new Map<string, readonly ReadEvent[]>();
  let asked = new Set(events.flatMap(({ facts }) => singlesIn(facts.units)));
  for (let level = 0; asked.size > 0 && level < LEVELS_MAX; level += 1) {
    const containers = await findContainers(db, [...asked]);
    for (const [code, life] of await reading.lives(new Set(containers))) lives.set(code, life);
    const held = containers.flatMap((code) => (lives.get(code) ?? []).flatMap(({ facts }) => singlesIn(facts.units)));
    asked = new Set(held.filter((code) => !lives.has(code) && !asked.has(code)));
  }
  return (event) => (code) => {
    const life = lives.get(code);
    return life === undefined ? undefined : heldBefore(code, life, event);
  };
}

function singlesIn(units: readonly UnitMention[]): string[] {
  return units.slice(0, UNITS_MAX).flatMap(({ code, isClass }) => (isClass ? [] : [code]));
}

/** EPCIS 2.0 §7.4.3: what was put in and not taken out again; a DELETE without children takes everything out. */
function heldBefore(container: string, life: readonly ReadEvent[], event: ReadEvent): UnitMention[] {
  const held = new Map<string, UnitMention>();
  for (const each of life) {
    if (each.id === event.id || inOrder(each, event) > 0) break;
    const { type, action, units } = each.facts;
    if (type !== 'AggregationEvent' || !units.some(({ role, code }) => role === 'parent' && code === container))
      continue;
    const children = units.filter(({ role }) => role === 'child');
    if (action === 'DELETE' && children.length === 0) held.clear();
    for (const child of children) {
      if (action === 'ADD') held.set(child.code, withMore(child, held.get(child.code)));
      else if (action === 'DELETE') takeOut(held, child);
    }
  }
  return [...held.values()];
}

/** A lot of which more is put in; single items are in once. */
function withMore(child: UnitMention, before: UnitMention | undefined): UnitMention {
  if (before?.quantity === undefined || child.quantity === undefined || before.uom !== child.uom) return child;
  return { ...child, quantity: before.quantity + child.quantity };
}

function takeOut(held: Map<string, UnitMention>, child: UnitMention): void {
  const before = held.get(child.code);
  const isPart = before?.quantity !== undefined && child.quantity !== undefined && child.uom === before.uom;
  const left = isPart ? (before.quantity ?? 0) - (child.quantity ?? 0) : 0;
  if (before !== undefined && left > 0) held.set(child.code, { ...before, quantity: left });
  else held.delete(child.code);
}
