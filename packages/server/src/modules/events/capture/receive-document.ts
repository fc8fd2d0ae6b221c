import { setImmediate as nextTurn } from 'node:timers/promises';
import { FINDINGS_TOLD_MAX, Problem } from '@suyuan/api';
import {
  type Binding,
  createDocumentScanner,
  createXmlScanner,
  type Finding,
  ScanFault,
  type ScannedEvent,
  validateEnvelope,
} from '@suyuan/epcis';
import { createEventSpool, type EventSpool } from './event-spool.ts';
import { findingsOf, type PersonalHandling } from './personal-data.ts';
import type { SpoolFolder } from './spool-folder.ts';

/** EPCIS 2.0 REST binding, header GS1-Capture-Error-Behaviour: all or nothing, or what can be stored. */
export type ErrorBehaviour = 'rollback' | 'proceed';

/** A document that was received whole and found to be one. */
export interface ReceivedDocument {
  /** In which of the standard's formats it came. */
  readonly binding: Binding;
  /** What its names mean, as `readContext` and `readReceived` take it. */
  readonly context: unknown;
  /** What becomes of personal data in its events; with `move` they are moved before they are stored. */
  readonly personalData: PersonalHandling;
  /** Its vocabulary lists: of the header, of the results of a query. */
  readonly vocabularies: readonly unknown[];
  /** The events that are valid; the caller closes the spool. */
  readonly spool: EventSpool;
  /** Every event of the document. */
  readonly eventCount: number;
  /** Faults of its events. Those that have one are left out; with `rollback` the document is to be refused. */
  readonly faults: Faults;
}

/** Findings, kept up to a bound and counted beyond it. */
export interface Faults {
  readonly told: readonly Finding[];
  readonly count: number;
  /** How many events have one at least. */
  readonly events: number;
}

export interface BodyLimits {
  /** Bytes of a body. */
  readonly bytesMax: number;
  readonly eventsMax: number;
}

interface Reception {
  readonly binding: Binding;
  readonly errorBehaviour: ErrorBehaviour;
  /** `keep` where it is not said. */
  readonly personalData?: PersonalHandling;
  readonly spoolFolder: SpoolFolder;
}

/**
 * How long events are validated at a stretch before everybody else gets a turn. A chunk of 16 KiB can hold 8,000 events
 * with a fault each: eight such documents at once let a request for `/healthz` wait 3 s.
 */
const STRETCH_MS = 10;

/**
 * Reads a document as it comes in. Throws `document.invalid` with the findings where it is no EPCIS document, or
 * `request.too-large`; faults of the events alone come with the document.
 */
export async function receiveDocument(
  body: AsyncIterable<Uint8Array>,
  { binding, errorBehaviour, personalData = 'keep', spoolFolder }: Reception,
  limits: BodyLimits,
): Promise<ReceivedDocument> {
  const scanner = binding === 'xml' ? createXmlScanner() : createDocumentScanner();
  const spool = createEventSpool(spoolFolder);
  const faults = collectFaults();
  let bytes = 0;
  let eventCount = 0;

  async function take(events: readonly ScannedEvent[]): Promise<void> {
    let since = performance.now();
    for (const { index, pointer, text, value, faults: scanned } of events) {
      if (performance.now() - since > STRETCH_MS) {
        await nextTurn();
        since = performance.now();
      }
      eventCount += 1;
      if (eventCount > limits.eventsMax)
        throw new Problem('request.too-large', { limit: `${limits.eventsMax} events` });
      const given = { value, eventIndex: index, pointer, binding, text };
      const findings = scanned.length > 0 ? scanned : findingsOf(given, personalData);
      if (findings.length > 0) faults.add(findings);
      // A document that will be refused is read on for its other faults, not kept.
      else if (isObject(value) && (errorBehaviour === 'proceed' || faults.count === 0))
        await spool.add({ index, text, value });
    }
  }

  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > limits.bytesMax) throw tooLarge(limits.bytesMax);
      await take(scanner.push(chunk));
    }
    const end = scanner.end();
    const around = [...end.faults, ...validateEnvelope(end.envelope, end.text)];
    if (around.length > 0) throw invalid([...around, ...faults.told], around.length + faults.count);
    const vocabularies = vocabulariesOf(end.envelope);
    return { binding, context: end.context, personalData, vocabularies, spool, eventCount, faults };
  } catch (error) {
    await spool.close();
    throw error instanceof ScanFault ? invalid([...faults.told, error.finding], faults.count + 1) : error;
  }
}

export function tooLarge(bytesMax: number): Problem {
  return new Problem('request.too-large', { limit: `${Math.floor(bytesMax / 1024 / 1024)} MiB` });
}

export function invalid(findings: readonly Finding[], count: number): Problem {
  return new Problem('document.invalid', { count }, { findings, findingCount: count });
}

function collectFaults(): Faults & { add(findings: readonly Finding[]): void } {
  const told: Finding[] = [];
  let count = 0;
  let events = 0;
  return {
    told,
    get count() {
      return count;
    },
    get events() {
      return events;
    },
    add(findings) {
      told.push(...findings.slice(0, FINDINGS_TOLD_MAX - told.length));
      count += findings.length;
      events += 1;
    },
  };
}

function vocabulariesOf(envelope: unknown): unknown[] {
  const at = (...path: readonly string[]): unknown =>
    path.reduce<unknown>((value, name) => (isObject(value) ? Reflect.get(value, name) : undefined), envelope);
  return [
    at('epcisHeader', 'epcisMasterData', 'vocabularyList'),
    at('epcisBody', 'queryResults', 'resultsBody', 'vocabularyList'),
  ].filter((list) => list !== undefined);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
