/** What happened, held against the text that its leaf is of. */
import type { KeptOccurrence } from './store-check.ts';

/** The columns of one that say something else than the text that its leaf is of; `body` where that is no text of ours. */
export function occurrenceFaults({ body, kind, orgId, at, isWholeMs, personId }: KeptOccurrence): string[] {
  const said = readBody(body);
  if (said === undefined) return ['body'];
  // A text covers no part of a millisecond.
  const wanted = { kind, org: orgId, at: isWholeMs ? at.toISOString() : '', person: personId ?? undefined };
  return Object.entries(wanted).flatMap(([name, value]) => (Reflect.get(said, name) === value ? [] : [name]));
}

function readBody(body: string): object | undefined {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}
