import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Client, RequestRefused } from '@suyuan/api';
import { createDocumentScanner, eventHashId, readContext, ScanFault, type ScannedEvent } from '@suyuan/epcis';

export interface Checked {
  readonly ok: boolean;
  /** What was found, one line. */
  readonly told: string;
  /** Another document has events with the same identity: only alone can this one be judged. */
  readonly clashes?: boolean;
}

/** Whether bytes are meant to be an EPCIS document in JSON; a schema, a list or an image beside one is not. */
export function isEpcisJson(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const isDocument = /"type"\s*:\s*"EPCIS(Query)?Document"|"epcisBody"\s*:\s*\{\s*"(eventList|queryResults)"/.test(
    text,
  );
  return isDocument && !/"\$schema"|"openapi"/.test(text.slice(0, 2_000));
}

/**
 * Captures a document, queries every event of it back and compares; holds the hashes of a `.hashes` file beside it
 * against ours. A document that breaks the standard passes when it is refused with the place and the rule.
 */
export async function checkDocument(client: Client, file: string): Promise<Checked> {
  const bytes = readFileSync(file);
  try {
    const job = await client.capture(new Uint8Array(bytes));
    const { events, context } = scan(bytes);
    const hashes = checkHashes(file, events, context);
    if (hashes.wrong.length > 0) return { ok: false, told: `hash differs: ${hashes.wrong[0]}` };
    if (job.eventCount !== events.length)
      return { ok: false, told: `${job.eventCount} of ${events.length} events taken` };
    for (const event of events) {
      const fault = await compareEvent(client, event, context);
      if (fault !== undefined) {
        return { ok: false, told: `event ${event.index}: ${fault}`, clashes: job.duplicateCount > 0 };
      }
    }
    const told = `${events.length} events stored and given back equal`;
    return { ok: true, told: hashes.count > 0 ? `${told}, ${hashes.count} hashes equal` : told };
  } catch (error) {
    if (error instanceof RequestRefused) return refused(error);
    if (error instanceof ScanFault) return { ok: false, told: error.message };
    throw error;
  }
}

/** A refusal is right when it says where and which rule; whether the rule is right, the reader judges by the line. */
function refused({ problem }: RequestRefused): Checked {
  const [first] = problem.errors ?? [];
  if (problem.code === 'event.conflict') return { ok: false, told: problem.detail ?? problem.title, clashes: true };
  if (problem.code !== 'document.invalid' || first === undefined)
    return { ok: false, told: `${problem.status} ${problem.title}` };
  const more = (problem.errorCount ?? 1) > 1 ? ` (and ${(problem.errorCount ?? 1) - 1} more)` : '';
  return { ok: true, told: `refused, not EPCIS 2.0: ${first.pointer} [${first.rule}] ${first.message.en}${more}` };
}

function scan(bytes: Uint8Array): { events: ScannedEvent[]; context: unknown } {
  const scanner = createDocumentScanner();
  const events = scanner.push(bytes);
  const { envelope } = scanner.end();
  const context = typeof envelope === 'object' && envelope !== null ? Reflect.get(envelope, '@context') : undefined;
  return { events, context };
}

const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** The event under its own id, or its hash id, with every member as it was received. */
async function compareEvent(client: Client, event: ScannedEvent, context: unknown): Promise<string | undefined> {
  const given = membersOf(event.value);
  const hashId = eventHashId(event.value, readContext(context), sha256Hex);
  const { document } = await client.event(typeof given.eventID === 'string' ? given.eventID : hashId);
  const back = document.epcisBody.queryResults.resultsBody.eventList.map(membersOf);
  const equal = back.some((one) => isDeepStrictEqual(withoutAdded(one, given), given));
  if (!equal) return 'not given back as it was received';
  // What the event means must survive the new document around it.
  const answered = membersOf(document)['@context'];
  const again = back.find((one) => isDeepStrictEqual(withoutAdded(one, given), given));
  return eventHashId(again, readContext(answered), sha256Hex) === hashId
    ? undefined
    : 'its names mean something else when given back';
}

/** Without what the server adds: an event id, a record time, the context its names had. */
function withoutAdded(back: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>): unknown {
  const added = ['eventID', 'recordTime', '@context'].filter((name) => !Object.hasOwn(given, name));
  return Object.fromEntries(Object.entries(back).filter(([name]) => !added.includes(name)));
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function checkHashes(
  file: string,
  events: readonly ScannedEvent[],
  context: unknown,
): { count: number; wrong: string[] } {
  const beside = file.replace(/\.[^.]+$/, '.hashes');
  if (!existsSync(beside)) return { count: 0, wrong: [] };
  const expected = readFileSync(beside, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const own = events.map((event) => eventHashId(event.value, readContext(context), sha256Hex));
  return { count: expected.length, wrong: expected.filter((line, index) => own[index] !== line.trim()) };
}
