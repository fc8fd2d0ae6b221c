/** What category packs have everybody see of a code, in their groups: what its own events say, and licences of who made it. Pure. */
import type { Language } from '@suyuan/api';
import type { Fact, PublicGroup, PublicMark, Text } from '@suyuan/api/public-page';
import { basisOf, type ElementValue, type HeldLicence, holdsAt, marksHeld, type Told, toldOf } from '@suyuan/profiles';
import type { ReadEvent } from '../events/index.ts';
import { displayName, type RegistryEntry } from '../registry/index.ts';
import { applyingPacks, type PackInUse } from '../standards/index.ts';
import { elementText } from './element-text.ts';
import { isTest } from './facts-model.ts';
import { type LookUp, productOf } from './look-up.ts';
import { isMaking } from './making.ts';
import { englishOf } from './said-in.ts';

/** What is more nobody reads on a phone. */
const ROWS_MAX = 60;
/** Of the code's own events at each end: of a lift or a lot some dozens say all. */
const EVENTS_MAX = 100;

type Found = Pick<LookUp, 'reading' | 'start' | 'own' | 'known' | 'packs' | 'recorders' | 'nowMs'>;
type Pack = PackInUse['pack'];
type Group = Pack['publicPage']['groups'][number];

export interface TellGroups {
  readonly lang: Language;
  /** The code of whoever made the goods, where that is told. */
  readonly maker: string | undefined;
  /** What the page says otherwise, by its name. */
  readonly facts: ReadonlyMap<string, Fact>;
}

export interface ToldGroups {
  readonly groups: readonly PublicGroup[];
  /** Statutory marks of which the records speak; for a page that neither warns nor doubts. */
  readonly marks: readonly PublicMark[];
  /** Those facts that no group says. */
  readonly facts: readonly Fact[];
}

export function groupsOf(found: Found, { lang, maker, facts }: TellGroups): ToldGroups {
  const rest = new Map(facts);
  const groups: PublicGroup[] = [];
  const marks: PublicMark[] = [];
  const told = packsTold(found, maker);
  const english = lang === 'en' && told.length > 0 ? englishOf(found.known) : undefined;
  let room = ROWS_MAX;
  for (const { inUse, said } of told) {
    const { pack } = inUse;
    marks.push(...marksOf(inUse, said, found.nowMs));
    for (const group of pack.publicPage.groups) {
      const events = said.filter(({ atMs }) => holdsAt(group, atMs));
      const rows = rowsOf(group, { pack, events, lang, english, tests: [...rest].filter(([name]) => isTest(name)) });
      if (events.length === 0 || rows.length === 0 || room === 0) continue;
      groups.push({
        id: `${pack.id}/${group.id}`,
        name: group.name,
        basis: basisOf(pack, group),
        rows: rows.slice(0, room),
      });
      room -= Math.min(rows.length, room);
      for (const [name, fact] of facts) if (rows.some((row) => says(row, fact))) rest.delete(name);
    }
  }
  return { groups, marks, facts: [...rest.values()] };
}

/** By events of the code what their stages are called, in the first pack that knows them. */
export function stageNamesOf(found: Found, maker: string | undefined): Map<string, Text> {
  const names = new Map<string, Text>();
  for (const { inUse, said } of packsTold(found, maker)) {
    for (const { eventID, stage } of said) {
      const name = inUse.pack.stages.find(({ id }) => id === stage)?.name;
      if (name !== undefined && !names.has(eventID)) names.set(eventID, name);
    }
  }
  return names;
}

/** The same value under another label, such as a lot's number; a day may stand with or without its time. */
function says(row: Fact, { value, found }: Fact): boolean {
  return row.value === value && row.found?.zh === found?.zh;
}

interface Said extends Told {
  readonly eventID: string;
  readonly facts: ReadEvent['facts'];
  readonly atMs: number;
  /** Licences of whoever made the goods by this event. */
  readonly licences: readonly HeldLicence[];
}

/** By pack what the code's own events say, the oldest first. */
function packsTold(
  found: Found,
  maker: string | undefined,
): { readonly inUse: PackInUse; readonly said: readonly Said[] }[] {
  const { packs, recorders, nowMs, start } = found;
  const told = new Map<PackInUse, Said[]>();
  for (const event of bothEnds(found.own.filter((each) => isSaid(each, start)))) {
    const recorder = recorders.get(event.recordedBy[0] ?? 0);
    const makes = isMaking(event.facts);
    const known = knownOf(found, makes ? maker : undefined);
    // Of several lots that a step is of, what is said of the one that is asked.
    const facts = { ...event.facts, units: event.facts.units.filter((unit) => isOwn(unit, start)) };
    for (const each of applyingPacks(packs, event.facts, recorder?.categories ?? [])) {
      const said = {
        eventID: event.eventID,
        facts,
        ...toldOf(each.loaded, facts, known),
        // Where the day is not told, what holds today.
        atMs: Number.isNaN(event.facts.eventTimeMs) ? nowMs : event.facts.eventTimeMs,
        licences: makes ? (recorder?.licences ?? []) : [],
      };
      told.set(each, [...(told.get(each) ?? []), said]);
    }
  }
  return packs.flatMap((each) => {
    const said = told.get(each);
    return said === undefined ? [] : [{ inUse: each, said }];
  });
}

/**
 * True of an event, and true still now: with all that was said since, so that a later result that failed takes the mark away, as the
 * end of the time does for which it was given; and with what its own stage said last, so that a check of another kind brings back no
 * mark of an inspection that failed.
 */
function marksOf({ pack, loaded }: PackInUse, said: readonly Said[], nowMs: number): PublicMark[] {
  const newest = newestOf(said);
  const held = said.flatMap(({ facts, stage, values, atMs }) => {
    const today = { ...facts, eventTimeMs: nowMs };
    const ofStage = newestOf(said.filter((each) => each.stage === stage));
    const now = [newest, { ...newest, ...ofStage }].map(({ stage: _, ...said }) =>
      marksHeld(loaded, today, stage === undefined ? said : { ...said, stage }),
    );
    return marksHeld(loaded, facts, values).filter(
      (mark) => now.every((still) => still.includes(mark)) && holdsAt(mark, atMs),
    );
  });
  return [...new Set(held)].map((mark) => ({
    id: `${pack.id}/${mark.id}`,
    name: mark.name,
    basis: basisOf(pack, mark),
  }));
}

function newestOf(said: readonly Said[]): Record<string, ElementValue> {
  return Object.assign({}, ...said.map(({ values }) => values));
}

/** Of what goods are used for they say nothing themselves. */
function isSaid({ declaredInError, isDeclaration, facts }: ReadEvent, start: readonly string[]): boolean {
  return !declaredInError && !isDeclaration && facts.units.some((unit) => isOwn(unit, start));
}

function isOwn({ code, role }: ReadEvent['facts']['units'][number], start: readonly string[]): boolean {
  return role !== 'input' && start.includes(code);
}

function bothEnds<Item>(items: readonly Item[]): readonly Item[] {
  return items.length <= 2 * EVENTS_MAX ? items : [...items.slice(0, EVENTS_MAX), ...items.slice(-EVENTS_MAX)];
}

function knownOf({ reading, known }: Found, maker: string | undefined) {
  const product = productOf(reading).find((code) => known.has(code)) ?? reading.canonical;
  return { product: attributesOf(known.get(product)), recorder: attributesOf(known.get(maker ?? '')) };
}

function attributesOf(entry: RegistryEntry | undefined): Readonly<Record<string, unknown>> | undefined {
  if (entry === undefined) return undefined;
  const name = displayName(entry)?.zh;
  return { ...entry.attributes, ...(name === undefined ? {} : { name }) };
}

interface GroupSaid {
  readonly pack: Pack;
  readonly events: readonly Said[];
  readonly lang: Language;
  /** Of a page in English. */
  readonly english: ReadonlyMap<string, string> | undefined;
  readonly tests: readonly (readonly [string, Fact])[];
}

function rowsOf(group: Group, { pack, events, lang, english, tests }: GroupSaid): Fact[] {
  const rows: Fact[] = licenceRows(group, { pack, events });
  let areTestsTold = false;
  for (const id of group.elements) {
    const element = pack.elements[id];
    if (element === undefined) continue;
    if (element.at.some((place) => place.startsWith('event/testReport/')) && tests.length > 0) {
      // Each with what it found: item and result of several apart would tell nothing.
      if (!areTestsTold) rows.push(...tests.map(([, fact]) => fact));
      areTestsTold = true;
      continue;
    }
    for (const value of valuesOf(id, { group, events })) {
      const said = elementText(pack, { id, value, lang });
      rows.push({ label: element.name, value: english?.get(said) ?? said });
    }
  }
  const seen = new Set<string>();
  return rows.filter(({ label, value, found }) => {
    const key = found === undefined ? value : `${label.zh} ${value}`;
    if (value === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The newest of each stage: what a later step says again has changed, and what another step says is another thing, unless the group
 * tells the last of it alone.
 */
function valuesOf(
  id: string,
  { group, events }: { readonly group: Group; readonly events: readonly Said[] },
): ElementValue[] {
  const isLastAlone = group.latest?.includes(id) === true;
  const newest = new Map<string | undefined, ElementValue>();
  for (const { stage, values } of events) {
    const value = values[id];
    if (value !== undefined) newest.set(isLastAlone ? undefined : stage, value);
  }
  return [...newest.values()];
}

/** Of whoever made the goods: valid on the day, and of the form that the law gives to the number. */
function licenceRows({ licences = [] }: Group, { pack, events }: Pick<GroupSaid, 'pack' | 'events'>): Fact[] {
  return licences.flatMap((id) =>
    pack.licences
      .filter((licence) => licence.id === id && licence.of === 'recorder' && licence.pattern !== undefined)
      .flatMap(({ name, pattern = '', stages, ...dated }) =>
        events.flatMap(({ stage = '', atMs, licences: held }) =>
          !stages.includes(stage) || !holdsAt(dated, atMs)
            ? []
            : held
                .filter((each) => new RegExp(pattern, 'u').test(each.number) && isHeld(each, atMs))
                .map(({ number }) => ({ label: name, value: number })),
        ),
      ),
  );
}

function isHeld({ from, until }: HeldLicence, atMs: number): boolean {
  return holdsAt({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }, atMs);
}
