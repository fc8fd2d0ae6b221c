/** What may be changed in a document that is in order, one thing at a time, so that it is not: each with its words. */
import { isDeepStrictEqual } from 'node:util';
import type { Pack } from '@suyuan/profiles';
import type { Example } from '@suyuan/profiles/examples';
import type { KitDocument } from './document.ts';
import type { JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';
import { type Operation, pointer } from './json-patch.ts';
import { otherValues, valuesThatDoNotFit } from './other-values.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}
export interface Mutation {
  readonly operation: Operation;
  readonly says: Words;
}

/** A document whose last event is the one that it is about. */
export interface Base {
  readonly document: KitDocument;
  /** Examples that are not in order, of its stage and of its rules: what they say otherwise is tried too. */
  readonly others: readonly Example[];
}

export function mutationsOf(pack: Pack, base: Base): Mutation[] {
  const { eventList } = base.document.epcisBody;
  const last = eventList.length - 1;
  const event = eventList[last] ?? {};
  const at = { pack, event, place: [...LIST, last] };
  const all = [
    ...membersOf(at).flatMap((member) => [...taken(member), ...replaced(at, member)]),
    ...otherCodes(at),
    ...said(at, base.others),
    ...otherHistory(base),
    ...eventList
      .slice(0, last)
      .flatMap((event, index) => before({ pack, event, place: [...LIST, index] }, base.others)),
  ];
  return [...new Map(all.map((each) => [JSON.stringify(each.operation), each])).values()];
}

const LIST = ['epcisBody', 'eventList'] as const;

interface At {
  readonly pack: Pack;
  readonly event: JsonObject;
  readonly place: readonly (string | number)[];
}

interface Member {
  readonly place: readonly (string | number)[];
  readonly name: string;
  readonly value: unknown;
  readonly element: Pack['elements'][string] | undefined;
}

// Without these it is no event of the standard, or one that no stage is told by.
const FRAME = new Set(['type', 'eventTime', 'eventTimeZoneOffset', 'action', 'bizStep', 'disposition']);

function membersOf({ pack, event, place }: At): Member[] {
  const members = Object.entries(event).filter(([name]) => !FRAME.has(name));
  return members.flatMap(([name, value]) => [
    memberOf(pack, { place: [...place, name], head: 'event', value }),
    ...(isJsonObject(value)
      ? Object.entries(value).map(([inner, each]) =>
          memberOf(pack, {
            place: [...place, name, inner],
            head: name === 'ilmd' ? 'ilmd' : `event/${bare(name)}`,
            value: each,
          }),
        )
      : []),
  ]);
}

function memberOf(
  { elements }: Pack,
  { place, head, value }: Pick<Member, 'place' | 'value'> & { readonly head: string },
): Member {
  const name = bare(String(place.at(-1)));
  const places = new Set([`${head}/${name}`, ...(WHERE[name] ?? [])]);
  const element = Object.values(elements).find(({ at }) => at.some((each) => places.has(each)));
  return { place, name, value, element };
}

const WHERE: Readonly<Record<string, readonly string[]>> = {
  readPoint: ['readPoint'],
  bizLocation: ['bizLocation'],
  certificationInfo: ['certificate'],
};

/** Of `example:lotNumber`: `lotNumber`. */
function bare(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
}

function taken({ place, name, element }: Member): Mutation[] {
  const says = nameOf(name, element);
  return [
    {
      operation: { op: 'remove', path: pointer(...place) },
      says: { zh: `去掉“${says.zh}”`, en: `“${says.en}” is taken away` },
    },
  ];
}

function replaced({ pack, event }: At, { place, name, value, element }: Member): Mutation[] {
  if (element === undefined) return [];
  const texts = Object.values(event).filter((each) => typeof each === 'string');
  const values = [...valuesThatDoNotFit(element), ...otherValues(pack, { element, value, texts })];
  return values.filter((each) => !isDeepStrictEqual(each, value)).map((each) => set({ place, name, element }, each));
}

function set({ place, name, element }: Omit<Member, 'value'>, value: unknown): Mutation {
  const says = nameOf(name, element);
  return {
    operation: { op: 'replace', path: pointer(...place), value },
    says: { zh: `把“${says.zh}”改为 ${shown(value)}`, en: `“${says.en}” is made ${shown(value)}` },
  };
}

const CODES = [
  'https://id.gs1.org/01/06901234567892',
  'https://id.gs1.org/01/06901234567892/10/KIT1',
  'https://id.gs1.org/01/06901234567892/21/KIT1',
  'https://id.gs1.org/00/106141412345678908',
];

/** A code of another kind: of a product, a lot, a single item, a pallet; and a quantity that is not told. */
function otherCodes({ event, place }: At): Mutation[] {
  const lists = Object.entries(event).flatMap(([name, value]) =>
    Array.isArray(value) && value.length > 0 ? [{ name, first: value[0] }] : [],
  );
  return lists.flatMap(({ name, first }) => {
    const { epcClass } = isJsonObject(first) ? first : {};
    const at = [...place, name, 0];
    if (epcClass !== undefined)
      return [
        set({ place: at, name, element: undefined }, { epcClass }),
        ...CODES.map((code) => set({ place: [...at, 'epcClass'], name: 'epcClass', element: undefined }, code)),
      ];
    return /EPC/i.test(name) ? CODES.map((code) => set({ place: at, name, element: undefined }, code)) : [];
  });
}

/** What examples that are not in order say otherwise. */
function said({ pack, event, place }: At, others: readonly Example[]): Mutation[] {
  return others.flatMap(({ event: other }) =>
    Object.entries(other).flatMap(([name, value]): Mutation[] => {
      if (isDeepStrictEqual(value, event[name])) return [];
      const member = memberOf(pack, { place: [...place, name], head: 'event', value });
      if (Object.hasOwn(event, name)) return [set(member, value)];
      const { zh, en } = nameOf(member.name, member.element);
      return [
        {
          operation: { op: 'add', path: pointer(...member.place), value },
          says: { zh: `加上“${zh}”：${shown(value)}`, en: `“${en}” is added: ${shown(value)}` },
        },
      ];
    }),
  );
}

/** An event before it says something else, or was at another time. */
function before(at: At, others: readonly Example[]): Mutation[] {
  const alike = others
    .flatMap(({ history = [] }) => history)
    .filter(({ type, bizStep }) => type === at.event.type && bizStep === at.event.bizStep);
  const times = alike.map(({ eventTime }) => eventTime).filter((time) => time !== at.event.eventTime);
  const said = membersOf(at).flatMap((member) => replaced(at, member));
  const moved = times.map((time) =>
    set({ place: [...at.place, 'eventTime'], name: 'eventTime', element: undefined }, time),
  );
  return [...moved, ...said].map(({ operation, says }) => ({
    operation,
    says: { zh: `此前的事件：${says.zh}`, en: `in the event before it ${says.en}` },
  }));
}

/** Something happened before that had not, or had not happened that had. */
function otherHistory({ document, others }: Base): Mutation[] {
  const { eventList } = document.epcisBody;
  const last = eventList.length - 1;
  const before = others.flatMap(({ history = [] }) => history);
  const more = before.filter((each) => !eventList.some((event) => isDeepStrictEqual(event, each)));
  return [
    ...more.map((value): Mutation => {
      const { step, time } = stepOf(value);
      return {
        operation: { op: 'add', path: pointer(...LIST, last), value },
        says: { zh: `在此之前另有一个事件：${time} ${step}`, en: `another event comes before it: ${time} ${step}` },
      };
    }),
    ...eventList.slice(0, last).map((value, index): Mutation => {
      const { step, time } = stepOf(value);
      return {
        operation: { op: 'remove', path: pointer(...LIST, index) },
        says: { zh: `去掉此前的事件：${time} ${step}`, en: `the event before it is taken away: ${time} ${step}` },
      };
    }),
  ];
}

function stepOf({ bizStep, eventTime }: JsonObject): { readonly step: string; readonly time: string } {
  return { step: bare(String(bizStep)), time: String(eventTime) };
}

function nameOf(name: string, element: Member['element']): Words {
  return element?.name ?? { zh: name, en: name };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
