/**
 * Goods for timing traces: trees in which each lot is made of the one above it, ten of one, shipped and received. So a lot
 * of depth d of a tree of depth n has (10^(n-d+1) - 1) / 9 lots in its trace, with three events each.
 */
import { gs1CheckDigit } from '@suyuan/codes';

const BRANCHES = 10;
const EVENTS_PER_DOCUMENT = 2_000;
const START_MS = Date.UTC(2025, 0, 1);
const HOUR_MS = 3_600_000;

/** Lots of a tree down to this depth. */
export function lotsOf(depth: number): number {
  return (BRANCHES ** (depth + 1) - 1) / (BRANCHES - 1);
}

/** Its events: all but the first lot are made of another. */
export function eventsOf(depth: number): number {
  return 3 * lotsOf(depth);
}

/** The code of the lot at this path of a tree, such as `0-3-7`; of its top at the empty path. */
export function lotAt(tree: number, path: readonly number[]): string {
  const digits = `0614141${String(10_000 + path.length).padStart(6, '0')}`;
  return `https://id.gs1.org/01/${digits}${gs1CheckDigit(digits)}/10/T${tree}${path.map((n) => `-${n}`).join('')}`;
}

/** EPCIS documents, as JSON. */
export function* treeDocuments(tree: number, depth: number): Generator<string> {
  let eventList: object[] = [];
  for (const path of pathsOf(depth)) {
    eventList.push(...eventsOfLot(tree, path));
    if (eventList.length < EVENTS_PER_DOCUMENT) continue;
    yield documentOf(eventList);
    eventList = [];
  }
  if (eventList.length > 0) yield documentOf(eventList);
}

function* pathsOf(depth: number, path: readonly number[] = []): Generator<readonly number[]> {
  yield path;
  if (path.length === depth) return;
  for (let n = 0; n < BRANCHES; n += 1) yield* pathsOf(depth, [...path, n]);
}

function eventsOfLot(tree: number, path: readonly number[]): object[] {
  const lot = lotAt(tree, path);
  const startMs = START_MS + path.length * 24 * HOUR_MS + (tree % 1_000) * 1_000;
  const from = partyOf(tree, path.slice(0, -1));
  const to = partyOf(tree, path);
  const at = (hours: number): object => ({
    eventTime: new Date(startMs + hours * HOUR_MS + (path.at(-1) ?? 0) * 60_000).toISOString(),
    eventTimeZoneOffset: '+08:00',
  });
  const quantityList = [{ epcClass: lot, quantity: 100, uom: 'KGM' }];
  const moved = {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', quantityList },
    sourceList: [{ type: 'possessing_party', source: from }],
    destinationList: [{ type: 'possessing_party', destination: to }],
  };
  const making = { bizStep: 'commissioning', readPoint: { id: placeOf(from) } };
  const made =
    path.length === 0
      ? { type: 'ObjectEvent', action: 'ADD', quantityList, ...making }
      : {
          ...{ type: 'TransformationEvent', outputQuantityList: quantityList, ...making },
          inputQuantityList: [{ epcClass: lotAt(tree, path.slice(0, -1)), quantity: 10, uom: 'KGM' }],
        };
  return [
    { ...made, ...at(0) },
    { ...moved, ...at(1), bizStep: 'shipping', readPoint: { id: placeOf(from) } },
    { ...moved, ...at(5), bizStep: 'receiving', readPoint: { id: placeOf(to) }, bizLocation: { id: placeOf(to) } },
  ];
}

/** A thousand firms. */
function partyOf(tree: number, path: readonly number[]): string {
  const no = path.reduce((sum, n) => (sum * BRANCHES + n + 1) % 1_000, tree % 1_000);
  return `urn:epc:id:pgln:0614141.${String(no).padStart(5, '0')}`;
}

const placeOf = (party: string): string => `${party.replace(':pgln:', ':sgln:')}.0`;

function documentOf(eventList: readonly object[]): string {
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2025-01-01T00:00:00Z',
    epcisBody: { eventList },
  });
}
