/** What becomes of telephone and identity numbers of persons in what is captured: kept, refused, or moved to the personal data. */
import { FINDINGS_TOLD_MAX, Problem } from '@suyuan/api';
import {
  type Binding,
  type Finding,
  holdsInRemarks,
  type Put,
  personalPlacesIn,
  readReceived,
  refusePersonal,
  textWith,
  validateEvent,
  valueWith,
} from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, type Keyring } from '../../identity/index.ts';
import { KEPT_AT_ONCE_MAX, keepPersonal, type PersonalValue, refOf } from '../../personal/index.ts';
import { createEventSpool, type EventSpool, type RawEvent } from './event-spool.ts';
import type { SpoolFolder } from './spool-folder.ts';

/** Header Suyuan-Personal-Data. With `keep` nothing is looked for. */
export type PersonalHandling = 'keep' | 'refuse' | 'move';

/** @throws Problem `request.invalid` */
export function readPersonalHandling(header: string | string[] | undefined): PersonalHandling {
  const value = typeof header === 'string' ? header.trim().toLowerCase() : header;
  if (value === undefined) return 'keep';
  if (value === 'keep' || value === 'refuse' || value === 'move') return value;
  throw new Problem('request.invalid', { reason: 'Suyuan-Personal-Data: keep | refuse | move' });
}

/** An event that a scanner gave, and where it stands. */
interface Given {
  readonly value: unknown;
  readonly text: string;
  readonly pointer: string;
  readonly eventIndex?: number;
  readonly binding: Binding;
}

type Validate = (value: unknown, at: Omit<Given, 'value'>) => Finding[];

/** The faults of an event, as it will be once its personal data are moved, or with those that refuse them. */
export function findingsOf(
  { value, ...at }: Given,
  handling: PersonalHandling,
  validate: Validate = validateEvent,
): Finding[] {
  if (handling === 'keep') return validate(value, at);
  const places = personalPlacesIn(value, at.pointer);
  if (handling === 'refuse') {
    const remark = at.binding === 'xml' && holdsInRemarks(at.text) ? [{ pointer: at.pointer }] : [];
    return refusePersonal(validate(value, at), [...places, ...remark], at.eventIndex);
  }
  if (places.length === 0) return validate(value, at);
  // Of XML the value has all that is looked at.
  const text = at.binding === 'xml' ? at.text : textWith(at.text, { context: null, binding: 'json' }, asMoved);
  return validate(valueWith(value, asMoved), { ...at, text });
}

/** Of the form and length of every reference. */
const asMoved: Put = () => refOf('00000000-0000-0000-0000-000000000000');

/** Where in a document something was moved. */
export interface MovedPlace {
  readonly eventIndex: number;
  readonly pointer: string;
  /** How many numbers the text had. */
  readonly count: number;
}

export interface Moved {
  /** The first of them. */
  readonly told: readonly MovedPlace[];
  readonly count: number;
}

export const NOTHING_MOVED: Moved = { told: [], count: 0 };

/** How events are written, as `readReceived` takes it. */
interface Written {
  readonly context: unknown;
  readonly binding: Binding;
}

/**
 * Events with references in place of numbers. What they refer to is committed before they are: whoever is killed in between, or is
 * refused, leaves sealed data that nothing refers to, never an event that refers to nothing.
 */
export async function moveInEvents(
  ctx: Ctx,
  keyring: Keyring,
  { events, pointerOf, ...written }: Written & { readonly events: readonly RawEvent[]; readonly pointerOf: PointerOf },
): Promise<{ readonly events: readonly RawEvent[]; readonly moved: Moved }> {
  const wanted = new Map<string, PersonalValue>();
  const counts = events.map(({ text, value }) => {
    let count = 0;
    // Of JSON the value tells, and has been read; XML has comments as well.
    if (written.binding === 'json' && personalPlacesIn(value, '').length === 0) return count;
    textWith(text, written, (found) => {
      count += 1;
      wanted.set(keyOf(found), found);
      return '';
    });
    return count;
  });
  if (wanted.size === 0) return { events, moved: NOTHING_MOVED };
  const put = await keptAs(ctx, keyring, wanted);
  const told: MovedPlace[] = [];
  const movedEvents = events.map((event, i) => {
    const count = counts[i] ?? 0;
    if (count === 0) return event;
    if (told.length < FINDINGS_TOLD_MAX) told.push(...placesOf(event, pointerOf(event.index), count));
    const text = textWith(event.text, written, put);
    return { index: event.index, text, value: readReceived(text, written.context, written.binding) };
  });
  const count = counts.reduce((sum, each) => sum + each, 0);
  return { events: movedEvents, moved: { told: told.slice(0, FINDINGS_TOLD_MAX), count } };
}

type PointerOf = (eventIndex: number) => string;

function placesOf({ index, value }: RawEvent, pointer: string, count: number): MovedPlace[] {
  const places = personalPlacesIn(value, pointer).map((place) => ({
    eventIndex: index,
    pointer: place.pointer,
    count: place.found.length,
  }));
  const inRemarks = places.reduce((rest, place) => rest - place.count, count);
  return inRemarks > 0 ? [...places, { eventIndex: index, pointer, count: inRemarks }] : places;
}

/** Under what a value is looked up among those that are kept together. */
export const keyOf = ({ kind, value }: PersonalValue): string => `${kind} ${value}`;

/** Keeps these values; what stands in place of each from now on. */
export async function keptAs(ctx: Ctx, keyring: Keyring, wanted: ReadonlyMap<string, PersonalValue>): Promise<Put> {
  const org = actingFor(ctx.actor);
  const refs = new Map<string, string>();
  const entries = [...wanted];
  for (let from = 0; from < entries.length; from += KEPT_AT_ONCE_MAX) {
    const some = entries.slice(from, from + KEPT_AT_ONCE_MAX);
    const values = some.map(([, { kind, value }]) => ({ kind, value }));
    const kept = await ctx.write((tx) => keepPersonal(tx, { keyring, org }, values), { as: 'identity' });
    for (const [i, [key]] of some.entries()) refs.set(key, kept[i]?.ref ?? '');
  }
  return (found) => {
    const ref = refs.get(keyOf(found));
    if (ref === undefined || ref === '') throw new Error('a number was found that was not found before');
    return ref;
  };
}

export interface MoveDeps {
  readonly keyring: Keyring;
  readonly spoolFolder: SpoolFolder;
}

/** The events of a document in a spool of their own, with what was moved; the caller closes it. Batch by batch, in bounded memory. */
export async function moveInDocument(
  ctx: Ctx,
  { keyring, spoolFolder }: MoveDeps,
  { spool: given, ...written }: Written & { readonly spool: EventSpool },
): Promise<{ readonly spool: EventSpool; readonly moved: Moved }> {
  const spool = createEventSpool(spoolFolder);
  let moved = NOTHING_MOVED;
  try {
    for await (const batch of given.batches((text) => readReceived(text, written.context, written.binding))) {
      const done = await moveInEvents(ctx, keyring, { ...written, events: batch, pointerOf: inDocument });
      for (const event of done.events) await spool.add(event);
      const told = [...moved.told, ...done.moved.told].slice(0, FINDINGS_TOLD_MAX);
      moved = { told, count: moved.count + done.moved.count };
    }
    return { spool, moved };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

const inDocument: PointerOf = (index) => `/epcisBody/eventList/${index}`;
