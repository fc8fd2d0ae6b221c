/** Which members of an event that the standard leaves to others are for everybody, by the packs that the event is of (ADR 0026). */
import type { EventFacts, ExtensionValue } from '@suyuan/epcis';
import { lastPart } from '@suyuan/profiles';
import { applyingPacks } from './applying-packs.ts';
import type { PackInUse } from './pack-in-use.ts';

type Head = 'ilmd' | 'event';
/** What of a member's value is open; the name by its last part. Undefined where nothing is. */
type OpenPart = (head: Head, name: string, value: ExtensionValue) => ExtensionValue | undefined;

/** @param packs on the shelf now @returns of an event, and of what its recorder deals in */
export function publicMembersOf(
  packs: readonly PackInUse[],
): (facts: EventFacts, categories: readonly string[]) => OpenPart {
  return (facts, categories) => {
    const places = applyingPacks(packs, facts, categories).map(placesOf);
    // What one pack calls personal no other opens.
    const isOpen = (place: string, text: string): boolean =>
      places.some(({ open, codes }) => open.has(place) || codes.get(place)?.has(text) === true) &&
      !places.some(({ personal }) => personal.has(place));
    return (head, name, value) => partOf(value, `${head}/${name}`, isOpen);
  };
}

type IsOpen = (place: string, text: string) => boolean;

/** Of an object only those of its members that are places themselves: beside them it may hold anything. */
function partOf(value: ExtensionValue, place: string, isOpen: IsOpen): ExtensionValue | undefined {
  if (typeof value === 'string') return isOpen(place, value) ? value : undefined;
  if (value === null) return undefined;
  if (isList(value)) {
    const parts = value.flatMap((each) => partOf(each, place, isOpen) ?? []);
    return parts.length === 0 ? undefined : parts;
  }
  const members = Object.entries(value).flatMap(([name, inner]) => {
    const part = textsOf(inner, `${place}/${lastPart(name)}`, isOpen);
    return part === undefined ? [] : [[name, part] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function textsOf(value: ExtensionValue, place: string, isOpen: IsOpen): ExtensionValue | undefined {
  if (typeof value === 'string') return isOpen(place, value) ? value : undefined;
  if (value === null || !isList(value)) return undefined;
  const texts = value.filter((each) => typeof each === 'string' && isOpen(place, each));
  return texts.length === 0 ? undefined : texts;
}

function isList(value: ExtensionValue): value is readonly ExtensionValue[] {
  return Array.isArray(value);
}

interface Places {
  readonly open: ReadonlySet<string>;
  /** Where some codes are open and all else is not, by place. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly personal: ReadonlySet<string>;
}

const known = new WeakMap<PackInUse, Places>();

/** Worked out once a pack. */
function placesOf(inUse: PackInUse): Places {
  const before = known.get(inUse);
  if (before !== undefined) return before;
  const elements = Object.values(inUse.pack.elements);
  const places = {
    open: new Set(
      elements.filter(({ level, isPersonal }) => level === 'public' && isPersonal !== true).flatMap(({ at }) => at),
    ),
    codes: new Map(
      elements.flatMap(({ publicCodes, at }) =>
        publicCodes === undefined ? [] : at.map((place) => [place, new Set(publicCodes)] as const),
      ),
    ),
    personal: new Set(elements.filter(({ isPersonal }) => isPersonal === true).flatMap(({ at }) => at)),
  };
  known.set(inUse, places);
  return places;
}
