/**
 * Reads the query string of the EPCIS query language into conditions. One family a line in `PARAMETERS`;
 * a parameter that is not known here is refused, never silently ignored.
 */
import { Problem } from '@suyuan/api';
import { keysToAsk, withoutPersonalNumbers } from '@suyuan/codes';
import { bizStepUri, EVENT_TYPES, type EventType, epochMs, readContext } from '@suyuan/epcis';
import { TOUCH_ROLES, UNIT_ROLES } from '../roles.ts';

/** One predicate on events; several are joined by AND, the values of one by OR. */
export type Condition =
  | { readonly on: 'type'; readonly types: readonly EventType[] }
  | { readonly on: 'bizStep'; readonly terms: readonly string[] }
  | { readonly on: 'eventTime'; readonly comparison: 'GE' | 'LT'; readonly timeMs: number }
  | { readonly on: 'touch'; readonly codes: readonly string[]; readonly roles: readonly number[] };

export interface EventQuery {
  readonly conditions: readonly Condition[];
  readonly perPage: number;
  /** Log position after which the page begins; -1 for the first page. */
  readonly after: number;
}

export const PER_PAGE_DEFAULT = 30; // EPCIS 2.0 OpenAPI's own default
export const PER_PAGE_MAX = 1_000; // some 2 MB an answer
const VALUES_MAX = 1_000; // values of one parameter: more is a job for several queries

/** Raw query parameters as Fastify gives them. */
export type QueryString = Readonly<Record<string, string | readonly string[] | undefined>>;

type Reader = (values: readonly string[], name: string) => Condition;

const STANDARD = readContext(undefined);

const PARAMETERS: Readonly<Record<string, Reader>> = {
  eventType: (values, name) => ({ on: 'type', types: values.map((value) => readEventType(value, name)) }),
  EQ_bizStep: (values) => ({ on: 'bizStep', terms: values.map((value) => bizStepUri(value, STANDARD)) }),
  GE_eventTime: (values, name) => ({ on: 'eventTime', comparison: 'GE', timeMs: readTime(values, name) }),
  LT_eventTime: (values, name) => ({ on: 'eventTime', comparison: 'LT', timeMs: readTime(values, name) }),
  EQ_readPoint: touching([TOUCH_ROLES.readPoint]),
  EQ_bizLocation: touching([TOUCH_ROLES.bizLocation]),
  // EPCIS 2.0 §8.2.7.1: MATCH_epc looks at epcList and childEPCs, MATCH_anyEPC at every place of a unit.
  MATCH_epc: touching([TOUCH_ROLES.object, TOUCH_ROLES.child]),
  MATCH_anyEPC: touching(UNIT_ROLES),
};

/** The parameters of every list that is given page by page. */
export const PAGE_PARAMETERS = { once: ['perPage', 'nextPageToken'] } as const;

const TIME_PARAMETERS = ['GE_eventTime', 'LT_eventTime'];

/** The parameters of a query for events. */
export const EVENT_PARAMETERS = {
  once: [...PAGE_PARAMETERS.once, ...TIME_PARAMETERS],
  often: Object.keys(PARAMETERS).filter((name) => !TIME_PARAMETERS.includes(name)),
};

function touching(roles: readonly number[]): Reader {
  return (values) => ({ on: 'touch', codes: values.flatMap(keysToAsk), roles });
}

/** Reads conditions, page size and cursor. Throws `query.parameter` naming the parameter at fault. */
export function readEventQuery(query: QueryString, more: readonly Condition[] = []): EventQuery {
  const conditions: Condition[] = [...more];
  let perPage = PER_PAGE_DEFAULT;
  let after = -1;
  for (const [name, given] of Object.entries(query)) {
    const values = valuesOf(given, name);
    if (name === 'perPage') perPage = readPerPage(values);
    else if (name === 'nextPageToken') after = readPageToken(values);
    else conditions.push(readerOf(name)(values, name));
  }
  return { conditions, perPage, after };
}

function readerOf(name: string): Reader {
  const reader = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  if (reader === undefined) throw refusal(name, 'this parameter is not known', '不支持该参数');
  return reader;
}

/** The standard writes several values as one, parted by `|`, or repeats the parameter; both are read. */
function valuesOf(given: string | readonly string[] | undefined, name: string): readonly string[] {
  const list = typeof given === 'string' ? [given] : (given ?? []);
  const values = list.flatMap((value) => value.split('|')).filter((value) => value !== '');
  if (values.length === 0) throw refusal(name, 'a value is needed', '缺少取值');
  if (values.length > VALUES_MAX) throw refusal(name, `at most ${VALUES_MAX} values`, `最多 ${VALUES_MAX} 个取值`);
  return values;
}

function readEventType(value: string, name: string): EventType {
  const type = EVENT_TYPES.find((known) => known === value);
  if (type === undefined)
    throw refusal(name, `one of ${EVENT_TYPES.join(', ')}`, `应为 ${EVENT_TYPES.join('、')} 之一`);
  return type;
}

function readTime(values: readonly string[], name: string): number {
  const timeMs = values.length === 1 ? epochMs(values[0] ?? '') : Number.NaN;
  if (Number.isNaN(timeMs)) {
    throw refusal(
      name,
      'one RFC 3339 time with a zone, such as 2026-01-02T03:04:05Z',
      '应为带时区的 RFC 3339 时间，如 2026-01-02T03:04:05+08:00',
    );
  }
  return timeMs;
}

/** Which page of a list is asked for. */
export interface PageRequest {
  readonly perPage: number;
  readonly token?: string;
}

/** A query string of nothing but `perPage` and `nextPageToken`. */
export function readPageRequest(query: QueryString): PageRequest {
  let perPage = PER_PAGE_DEFAULT;
  let token: string | undefined;
  for (const [name, given] of Object.entries(query)) {
    const values = valuesOf(given, name);
    if (name === 'perPage') perPage = readPerPage(values);
    // A list of them is none that we gave.
    else if (name === 'nextPageToken') token = values.join('|');
    else throw refusal(name, 'this parameter is not known', '不支持该参数');
  }
  return token === undefined ? { perPage } : { perPage, token };
}

function readPerPage(values: readonly string[]): number {
  const value = values.length === 1 ? Number(values[0]) : Number.NaN;
  if (!Number.isInteger(value) || value < 1) throw refusal('perPage', 'a whole number from 1', '应为不小于 1 的整数');
  return Math.min(value, PER_PAGE_MAX);
}

/** A page token is the log position of the last event given; it stays good for ever. */
export function pageToken(position: number): string {
  return Buffer.from(`p${position}`).toString('base64url');
}

function readPageToken(values: readonly string[]): number {
  const [token = ''] = values;
  const match = /^p(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString('latin1'));
  const position = Number(match?.[1]);
  if (values.length > 1 || match === null || pageToken(position) !== token) throw foreignToken();
  return position;
}

/** The refusal of a page token that this server did not write. */
export function foreignToken(): Problem {
  return refusal('nextPageToken', 'not a token that this server gave', '不是本服务器发出的翻页标记');
}

function refusal(given: string, en: string, zh: string): Problem {
  const name = withoutPersonalNumbers(given);
  const message = { en: `${name}: ${en}`, zh: `${name}：${zh}` };
  return new Problem('query.parameter', { name }, { findings: [{ pointer: '', rule: 'query.parameter', message }] });
}
