/** Writes stored events as an EPCISQueryDocument (EPCIS 2.0 §8.2.10, JSON binding) without parsing them. */
import type { StoredEvent } from './store.ts';

export const STANDARD_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** The event as received; eventID and recordTime are added where it had none (EPCIS 2.0 §7.4.1). */
export function eventText(event: StoredEvent, localContext?: string): string {
  const value: object = JSON.parse(event.body);
  const added = [
    localContext === undefined || Object.hasOwn(value, '@context') ? '' : `"@context":${localContext},`,
    Object.hasOwn(value, 'eventID') ? '' : `"eventID":${JSON.stringify(event.identity)},`,
    Object.hasOwn(value, 'recordTime') ? '' : `"recordTime":"${event.recordTime.toISOString()}",`,
  ].join('');
  return added === '' ? event.body : event.body.replace('{', () => `{${added}`);
}

/**
 * A whole answer. Prefixes of all contexts stand at the top; where two documents gave one prefix two meanings,
 * the events of the later one carry their own context.
 */
export function queryDocument(
  events: readonly StoredEvent[],
  contexts: ReadonlyMap<string, string>,
  createdAt: Date,
): string {
  const merged = mergeContexts(events, contexts);
  const texts = events.map((event) =>
    eventText(event, merged.apart.has(event.contextId) ? contexts.get(event.contextId) : undefined),
  );
  return (
    `{"@context":${JSON.stringify(merged.context)},"type":"EPCISQueryDocument","schemaVersion":"2.0",` +
    `"creationDate":"${createdAt.toISOString()}","epcisBody":{"queryResults":{"queryName":"SimpleEventQuery",` +
    `"resultsBody":{"eventList":[${texts.join(',')}]}}}}`
  );
}

/** The contexts of a page as one, and the ids of those that contradict it. */
function mergeContexts(
  events: readonly StoredEvent[],
  contexts: ReadonlyMap<string, string>,
): { context: (string | Record<string, string>)[]; apart: ReadonlySet<string> } {
  const iris = new Set<string>([STANDARD_CONTEXT]);
  const prefixes = new Map<string, string>();
  const apart = new Set<string>();
  for (const id of new Set(events.map((event) => event.contextId))) {
    const parts = contextParts(contexts.get(id));
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
function contextParts(text: string | undefined): { iris: string[]; prefixes: [string, string][]; opaque: boolean } {
  const parsed: unknown = text === undefined ? [] : JSON.parse(text);
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
