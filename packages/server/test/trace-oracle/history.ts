/**
 * What the brute-force tracer knows of a world before it walks: the log read in order, the intervals of
 * containment, the flows of transformations, makings, and which instance belongs to which lot. Every question is
 * answered by going through all of it again; there is no index.
 */
import type { RawEvent, RawQuantity, Spellings } from './raw-event.ts';

export interface Mention {
  readonly code: string;
  readonly role: 'object' | 'parent' | 'child' | 'input' | 'output';
  /** Listed with its class, by quantity. */
  readonly isClass?: true;
  readonly quantity?: number;
  readonly uom?: string;
}

export interface Claimant {
  readonly kind: 'possession' | 'ownership';
  readonly party: string;
}

export interface Entry {
  readonly raw: RawEvent;
  /** Log position. */
  readonly index: number;
  readonly time: number;
  /** CBV term without its namespace; empty where the event has none. */
  readonly bizStep: string;
  readonly place?: string;
  readonly mentions: readonly Mention[];
  readonly sources: readonly Claimant[];
  readonly destinations: readonly Claimant[];
  /** Not declared erroneous, and not itself a declaration. */
  readonly effective: boolean;
  /** Only declares another event erroneous, and that event is stored. */
  readonly onlyDeclares: boolean;
}

/** `to` is Infinity while open. An instant has `from = to`. */
export interface Interval {
  readonly parent: string;
  readonly child: string;
  readonly from: number;
  to: number;
  readonly instant: boolean;
  readonly openedBy: Entry;
  /** The child as the opening event first lists it. */
  readonly as: Mention;
}

/** One input mention that flows into one output mention. */
export interface Flow {
  readonly inputAt: Entry;
  readonly input: Mention;
  readonly outputAt: Entry;
  readonly output: Mention;
}

/** An ADD or DELETE that met the wrong state of its child. */
export interface Misstep {
  readonly kind: 'add-while-open' | 'delete-without-add';
  readonly code: string;
  readonly event: Entry;
}

export interface History {
  /** In order: event time, then log position. */
  readonly entries: readonly Entry[];
  readonly intervals: readonly Interval[];
  readonly missteps: readonly Misstep[];
  readonly flows: readonly Flow[];
  /** Every unit that any stored event mentions or that the question asks about, and the lots that they belong to. */
  readonly codes: readonly string[];
}

export function readHistory(events: readonly RawEvent[], spellings: Spellings, asked: readonly string[]): History {
  const entries = events.map((_, index) => readEntry(events, index, spellings));
  entries.sort((a, b) => a.time - b.time || a.index - b.index);
  const effective = entries.filter((entry) => entry.effective);
  const { intervals, missteps } = readIntervals(effective);
  const mentioned = entries.flatMap((entry) => entry.mentions.map((mention) => mention.code));
  const lotNumbers = events.flatMap((event) => event.ilmd?.['cbvmda:lotNumber'] ?? []);
  const lots = [...mentioned, ...asked].flatMap((code) => {
    const [, gtin, lotInCode = ''] = INSTANCE.exec(code) ?? [];
    const numbers = ['', ...lotNumbers.map((number) => `/10/${encodeURIComponent(number)}`)];
    return gtin === undefined ? [] : numbers.map((number) => gtin + (number === '' ? lotInCode : number));
  });
  const codes = [...new Set([...mentioned, ...asked, ...lots])];
  return { entries, intervals, missteps, flows: readFlows(effective), codes };
}

function readEntry(events: readonly RawEvent[], index: number, spellings: Spellings): Entry {
  const raw = events[index];
  if (raw === undefined) throw new RangeError(`no event at ${index}`);
  const code = (spelling: string): string => spellings.get(spelling) ?? spelling;
  const place = raw.bizLocation?.id ?? raw.readPoint?.id;
  const twins = events.filter((other) => other.eventID === raw.eventID);
  const claimants = (list: readonly { type: string; party: string }[]): Claimant[] =>
    list.flatMap(({ type, party }): Claimant[] => {
      if (type.endsWith('possessing_party')) return [{ kind: 'possession', party: code(party) }];
      return type.endsWith('owning_party') ? [{ kind: 'ownership', party: code(party) }] : [];
    });
  return {
    raw,
    index,
    time: Date.parse(raw.eventTime),
    bizStep: (raw.bizStep ?? '').replace(/^.*(:|BizStep-)/, ''),
    ...(place === undefined ? {} : { place: code(place) }),
    mentions: readMentions(raw, code),
    sources: claimants((raw.sourceList ?? []).map((row) => ({ type: row.type, party: row.source }))),
    destinations: claimants((raw.destinationList ?? []).map((row) => ({ type: row.type, party: row.destination }))),
    effective: twins.every((twin) => twin.errorDeclaration === undefined),
    onlyDeclares: raw.errorDeclaration !== undefined && twins.some((twin) => twin.errorDeclaration === undefined),
  };
}

function readMentions(raw: RawEvent, code: (spelling: string) => string): Mention[] {
  const single = (role: Mention['role'], list: readonly string[] = []): Mention[] =>
    list.map((spelling) => ({ code: code(spelling), role }));
  const classes = (role: Mention['role'], list: readonly RawQuantity[] = []): Mention[] =>
    list.map(({ epcClass, ...amount }) => ({ code: code(epcClass), role, isClass: true, ...amount }));
  return [
    ...single('object', raw.epcList),
    ...classes('object', raw.quantityList),
    ...single('parent', raw.parentID === undefined ? [] : [raw.parentID]),
    ...single('child', raw.childEPCs),
    ...classes('child', raw.childQuantityList),
    ...single('input', raw.inputEPCList),
    ...classes('input', raw.inputQuantityList),
    ...single('output', raw.outputEPCList),
    ...classes('output', raw.outputQuantityList),
  ];
}

/** The intervals after the effective events, each type of event keeping its own. */
function readIntervals(effective: readonly Entry[]): { intervals: Interval[]; missteps: Misstep[] } {
  const intervals: Interval[] = [];
  const missteps: Misstep[] = [];
  for (const event of effective) {
    const { type, action } = event.raw;
    const parent = event.mentions.find((mention) => mention.role === 'parent')?.code;
    if (parent === undefined) continue;
    const open = (as: Mention, instant: boolean): void => {
      intervals.push({
        parent,
        child: as.code,
        from: event.time,
        to: instant ? event.time : Infinity,
        instant,
        openedBy: event,
        as,
      });
    };
    const listed = (role: Mention['role']): Mention[] => {
      const all = event.mentions.filter((mention) => mention.role === role);
      return all.filter((one, i) => all.findIndex((other) => other.code === one.code) === i);
    };
    const openNow = (): Interval[] =>
      intervals.filter((one) => one.parent === parent && one.openedBy.raw.type === type && one.to === Infinity);
    if (type === 'TransactionEvent') {
      for (const one of listed('object')) open(one, true);
      continue;
    }
    const children = listed('child');
    if (action === 'DELETE' && children.length === 0) for (const one of openNow()) one.to = event.time;
    for (const child of children) {
      const { code } = child;
      const current = openNow().find((one) => one.child === code);
      if (action === 'ADD' && current === undefined) open(child, false);
      if (action === 'ADD' && current !== undefined) missteps.push({ kind: 'add-while-open', code, event });
      if (action === 'DELETE' && current !== undefined) current.to = event.time;
      if (action === 'DELETE' && current === undefined) missteps.push({ kind: 'delete-without-add', code, event });
      if (action === 'OBSERVE' && current === undefined) open(child, true);
    }
  }
  return { intervals, missteps };
}

/** Whether two effective TransformationEvents are parts of one transformation. */
export function sameTransformation(a: Entry, b: Entry): boolean {
  return a === b || (a.raw.transformationID !== undefined && a.raw.transformationID === b.raw.transformationID);
}

function readFlows(effective: readonly Entry[]): Flow[] {
  const flows: Flow[] = [];
  for (const inputAt of effective) {
    for (const outputAt of effective) {
      if (!sameTransformation(inputAt, outputAt) || inputAt.time > outputAt.time) continue;
      for (const input of inputAt.mentions.filter((mention) => mention.role === 'input')) {
        for (const output of outputAt.mentions.filter((mention) => mention.role === 'output')) {
          flows.push({ inputAt, input, outputAt, output });
        }
      }
    }
  }
  return flows;
}

/** Whether an interval is open at a time: half-open, an instant at its one time. */
export function covers(interval: { from: number; to: number; instant: boolean }, time: number): boolean {
  return interval.instant ? interval.from === time : interval.from <= time && time < interval.to;
}

export function mentions(entry: Entry, code: string): boolean {
  return entry.mentions.some((mention) => mention.code === code);
}

/** The containers that hold a unit at a time, directly or through others. */
export function holdersAt(history: History, code: string, time: number): ReadonlySet<string> {
  const holders = new Set<string>();
  for (let size = -1; size < holders.size; ) {
    size = holders.size;
    for (const interval of history.intervals) {
      const held = interval.child === code || holders.has(interval.child);
      if (held && covers(interval, time)) holders.add(interval.parent);
    }
  }
  return holders;
}

/** The event that made a unit: the first that adds it or outputs it. */
export function makingOf(history: History, code: string): Entry | undefined {
  return history.entries.find(
    (entry) => entry.effective && entry.mentions.some((mention) => mention.code === code && makes(entry, mention)),
  );
}

/** Whether an event makes what it mentions here. */
export function makes(entry: Entry, mention: Mention): boolean {
  return mention.role === 'output' || (entry.raw.type === 'ObjectEvent' && entry.raw.action === 'ADD');
}

const INSTANCE = /^(https:\/\/id\.gs1\.org\/01\/\d{14})(\/10\/[^/]+)?\/21\/[^/]+$/;

/** Whether an instance belongs to a lot: when its code says so, or when the ILMD of its making does. */
export function belongsTo(history: History, code: string, lot: string): boolean {
  const [, gtin, lotInCode] = INSTANCE.exec(code) ?? [];
  if (gtin === undefined) return false;
  if (lotInCode !== undefined && lot === gtin + lotInCode) return true;
  const lotNumber = makingOf(history, code)?.raw.ilmd?.['cbvmda:lotNumber'];
  return lotNumber !== undefined && lot === `${gtin}/10/${encodeURIComponent(lotNumber)}`;
}
