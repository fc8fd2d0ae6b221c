import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Client, RequestRefused } from '@suyuan/api';
import {
  type Binding,
  type Context,
  eventHashId,
  looksLikeXml,
  readContext,
  ScanFault,
  type ScannedEvent,
} from '@suyuan/epcis';
import { scannerFor } from '../document-files.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';

export interface Checked {
  readonly ok: boolean;
  /** What was found, one line. */
  readonly told: string;
  /** Another document has events with the same identity: only alone can this one be judged. */
  readonly clashes?: boolean;
}

/** Whether bytes are meant to be an EPCIS document; a schema, a list, a job or an image beside one is not. */
export function isEpcisDocument(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  if (looksLikeXml(bytes)) return /<(?:[\w.-]+:)?EPCIS(?:Query|MasterData)?Document[\s>]/.test(text);
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
    const binding = looksLikeXml(bytes) ? 'xml' : 'json';
    const job = await client.capture(new Uint8Array(bytes), 'rollback', { format: binding });
    const scanned = scan(bytes, binding);
    const { events, context } = scanned;
    const hashes = checkHashes(file, scanned);
    if (hashes.wrong.length > 0) return { ok: false, told: `hash differs: ${hashes.wrong[0]}` };
    if (job.eventCount !== events.length)
      return { ok: false, told: `${job.eventCount} of ${events.length} events taken` };
    for (const event of events) {
      const fault = await compareEvent(client, event, context);
      if (fault !== undefined) {
        return { ok: false, told: `event ${event.index}: ${fault}`, clashes: job.duplicateCount > 0 };
      }
    }
    const told = [`${events.length} events stored and given back equal`];
    if (hashes.equal > 0) told.push(`${hashes.equal} hashes equal`);
    if (hashes.known.length > 0) told.push(`${hashes.known.length} known to differ (${hashes.known.join('; ')})`);
    return { ok: true, told: told.join(', ') };
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

interface Scanned {
  readonly events: readonly ScannedEvent[];
  readonly context: Context;
  /** Names in the document's own `ignoreFields`, by which one of the repositories leaves members out of the hash. */
  readonly ignored: ReadonlySet<string>;
}

function scan(bytes: Uint8Array, binding: Binding): Scanned {
  const scanner = scannerFor(binding);
  const events = scanner.push(bytes);
  const envelope = membersOf(scanner.end().envelope);
  const context = readContext(envelope['@context']);
  const [, fields] = Object.entries(envelope).find(([name]) => name.endsWith(':ignoreFields')) ?? [];
  return {
    events,
    context,
    ignored: new Set(Object.keys(membersOf(fields))),
  };
}

const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** The event under its own id, or its hash id, with every member as it was received. */
async function compareEvent(client: Client, event: ScannedEvent, context: Context): Promise<string | undefined> {
  const given = membersOf(event.value);
  const hashId = eventHashId(event.value, context, sha256Hex);
  const { document } = await client.event(typeof given.eventID === 'string' ? given.eventID : hashId);
  const back = document.epcisBody.queryResults.resultsBody.eventList.map(membersOf);
  const { recordTime: _, ...sent } = given;
  const again = back.find((one) => isDeepStrictEqual(withoutAdded(one, given), sent));
  if (again === undefined) return 'not given back as it was received';
  if (typeof again.recordTime !== 'string') return 'given back without the time of its record';
  // What the event means must survive the new document around it.
  const answered = membersOf(document)['@context'];
  return eventHashId(again, readContext(answered), sha256Hex) === hashId
    ? undefined
    : 'its names mean something else when given back';
}

/** Without what the server adds: an event id, the context its names had; and without the record time, which it sets. */
function withoutAdded(back: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>): unknown {
  const added = ['eventID', '@context'].filter((name) => !Object.hasOwn(given, name));
  return Object.fromEntries(Object.entries(back).filter(([name]) => name !== 'recordTime' && !added.includes(name)));
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

interface Hashes {
  readonly equal: number;
  readonly wrong: readonly string[];
  /** Why some are known to differ. */
  readonly known: readonly string[];
}

/** `ignored` are members that the document itself takes out of the hash. */
function checkHashes(file: string, { events, context, ignored }: Scanned): Hashes {
  const beside = file.replace(/\.[^.]+$/, '.hashes');
  const wrong: string[] = [];
  const known: string[] = [];
  let equal = 0;
  if (!existsSync(beside)) return { equal, wrong, known };
  const expected = readFileSync(beside, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  for (const [index, line] of expected.entries()) {
    const event = Object.entries(membersOf(events[index]?.value)).filter(([name]) => !ignored.has(name));
    const isEqual = eventHashId(Object.fromEntries(event), context, sha256Hex) === line.trim();
    const difference = KNOWN_DIFFERENCES.find((one) => file.endsWith(one.file) && one.event === index);
    if (isEqual && difference === undefined) equal += 1;
    else if (isEqual) wrong.push(`event ${index} is equal, and listed as known to differ`);
    else if (difference === undefined) wrong.push(line);
    else known.push(`event ${index}: ${difference.reason}`);
  }
  return { equal, wrong, known };
}
