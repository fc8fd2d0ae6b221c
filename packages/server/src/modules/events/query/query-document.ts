/** Writes events as an EPCISQueryDocument (EPCIS 2.0 §8.2.10, JSON binding) without parsing them. */
import type { Organisation } from '../../identity/index.ts';
import { withMember } from './member-text.ts';

export const STANDARD_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** A record as it is shown. */
export interface ShownEvent {
  /** eventID, or the CBV hash ID. */
  readonly identity: string;
  /** JSON, as received. */
  readonly body: string;
  readonly receivedAt: Date;
  readonly contextId: string;
  /** The `@context` of its document, as text. */
  readonly context: string;
}

/** A record of somebody else, as far as it may be told. */
export interface ToldEvent {
  /** JSON, of the standard's context alone. */
  readonly text: string;
  /** Elements of it that are hidden. */
  readonly hidden: readonly string[];
}

/** Who recorded an event; nothing where it may not be told. */
interface Recorder {
  /** `urn:uuid:…`, the same wherever the record goes. */
  readonly id?: string;
  readonly code?: string;
  readonly name?: string;
}

/** Nothing, where it may not be told. */
export function recorderOf(organisation: Organisation | undefined): Recorder {
  if (organisation === undefined) return {};
  const { id, code, name } = organisation;
  return { id: `urn:uuid:${id}`, ...(code === null ? {} : { code }), ...(name === null ? {} : { name }) };
}

/**
 * The event as received; its eventID is added where it had none. Its recordTime is when it was received here: whatever
 * the client wrote there is another store's (EPCIS 2.0 §7.4.1).
 */
export function eventText({ body, identity, receivedAt }: ShownEvent, localContext?: string): string {
  const value: object = JSON.parse(body);
  const recordTime = JSON.stringify(receivedAt.toISOString());
  const added = [
    localContext === undefined || Object.hasOwn(value, '@context') ? '' : `"@context":${localContext},`,
    Object.hasOwn(value, 'eventID') ? '' : `"eventID":${JSON.stringify(identity)},`,
    Object.hasOwn(value, 'recordTime') ? '' : `"recordTime":${recordTime},`,
  ].join('');
  const text = Object.hasOwn(value, 'recordTime') ? withMember(body, 'recordTime', recordTime) : body;
  return added === '' ? text : text.replace('{', () => `{${added}`);
}

/** What the document says beside its events: who recorded each of them, in their order. */
export interface Around {
  readonly createdAt: Date;
  readonly recorders?: readonly Recorder[];
  /** What others recorded was looked at, all of it. */
  readonly isWhole?: boolean;
}

/**
 * A whole answer. Prefixes of all contexts stand at the top; where two documents gave one prefix two meanings,
 * the events of the later one carry their own context.
 */
export function queryDocument(
  events: readonly (ShownEvent | ToldEvent)[],
  { createdAt, recorders, isWhole = true }: Around,
): string {
  const own = events.filter((event): event is ShownEvent => !('text' in event));
  const merged = mergeContexts(new Map(own.map(({ contextId, context }) => [contextId, context])));
  const texts = events.map((event) =>
    'text' in event ? event.text : eventText(event, merged.apart.has(event.contextId) ? event.context : undefined),
  );
  const beside = besideEvents({
    recorders,
    hidden: events.map((event) => ('text' in event ? event.hidden : [])),
    isWhole,
  });
  return (
    `{"@context":${JSON.stringify(merged.context)},"type":"EPCISQueryDocument","schemaVersion":"2.0",` +
    `"creationDate":"${createdAt.toISOString()}",${beside}"epcisBody":{"queryResults":{"queryName":"SimpleEventQuery",` +
    `"resultsBody":{"eventList":[${texts.join(',')}]}}}}`
  );
}

interface Beside {
  readonly recorders?: readonly Recorder[] | undefined;
  readonly hidden: readonly (readonly string[])[];
  readonly isWhole: boolean;
}

/** Members of a document by their full names: a prefix of ours might be one that the events have for something else. */
export function besideEvents({ recorders, hidden, isWhole }: Beside): string {
  const told = recorders === undefined ? '' : `"urn:suyuan:recorders":${JSON.stringify(recorders)},`;
  const cut = hidden.every((names) => names.length === 0) ? '' : `"urn:suyuan:hidden":${JSON.stringify(hidden)},`;
  return told + cut + (isWhole ? '' : '"urn:suyuan:incomplete":true,');
}

/** Contexts of several documents as one. */
export interface MergedContext {
  readonly context: readonly (string | Record<string, string>)[];
  /** Ids of those that contradict it: what is of them carries its own. */
  readonly apart: ReadonlySet<string>;
}

/** @param contexts in JSON, as text, by their ids */
export function mergeContexts(contexts: ReadonlyMap<string, string>): MergedContext {
  const iris = new Set<string>([STANDARD_CONTEXT]);
  const prefixes = new Map<string, string>();
  const apart = new Set<string>();
  for (const [id, text] of contexts) {
    const parts = contextParts(text);
    const clash = parts.prefixes.some(([prefix, iri]) => (prefixes.get(prefix) ?? iri) !== iri);
    if (clash || parts.opaque) {
      apart.add(id);
      continue;
    }
    for (const iri of parts.iris) iris.add(iri);
    for (const [prefix, iri] of parts.prefixes) prefixes.set(prefix, iri);
  }
  return { context: [...iris, ...(prefixes.size === 0 ? [] : [Object.fromEntries(prefixes)])], apart };
}

/** What a stored context is made of; `opaque` when it has terms beyond plain prefixes, which are not merged. */
function contextParts(text: string): { iris: string[]; prefixes: [string, string][]; opaque: boolean } {
  const parsed: unknown = JSON.parse(text);
  const iris: string[] = [];
  const prefixes: [string, string][] = [];
  let opaque = false;
  for (const part of Array.isArray(parsed) ? parsed : [parsed]) {
    if (typeof part === 'string') iris.push(part);
    else if (typeof part === 'object' && part !== null) {
      for (const [prefix, iri] of Object.entries(part)) {
        if (typeof iri === 'string') prefixes.push([prefix, iri]);
        else opaque = true;
      }
    }
  }
  return { iris, prefixes, opaque };
}
