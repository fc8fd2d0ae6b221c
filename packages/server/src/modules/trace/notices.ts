/** When notices are in force: from their event until they are unset or contradicted (trace semantics). Pure. */
import { type NoticeKind, noticeKind, noticeWords, unitsSaidOf } from '@suyuan/epcis';
import type { TraceEvent } from './reader.ts';

/** A record that something is wrong with what a code names, while it is in force. */
export interface Notice {
  readonly kind: NoticeKind;
  /** The CBV's word, for example `non_conformant`. */
  readonly word: string;
  readonly event: TraceEvent;
  readonly fromMs: number;
  /** Infinity while it is in force. */
  readonly toMs: number;
  /** Listed by quantity: how much of a lot or class the event names. */
  readonly quantity?: number;
  readonly uom?: string;
}

/**
 * The notices of each of these codes that begin by `nowMs`, in order. Who ends a notice is whoever gave it, and nobody else.
 * Events that are declared erroneous say nothing.
 */
export function noticesOf(
  events: readonly TraceEvent[],
  codes: ReadonlySet<string>,
  nowMs: number,
): Map<string, Notice[]> {
  const found = new Map<string, Draft[]>();
  for (const event of inOrder(events)) {
    const words = noticeWords(event.facts);
    if (words === undefined || event.declaredInError || event.isDeclaration || event.facts.eventTimeMs > nowMs)
      continue;
    for (const [code, mention] of mentionsOf(event, codes)) {
      const notices = found.get(code) ?? [];
      found.set(code, notices);
      end(notices, words.ends, event);
      for (const word of words.begins) begin(notices, word, { event, ...mention });
    }
  }
  return found;
}

type Draft = { -readonly [Key in keyof Notice]: Notice[Key] };

/** Said again by whoever gave it, a notice stays the one that it was. */
function begin(notices: Draft[], word: string, said: Pick<Notice, 'event' | 'quantity' | 'uom'>): void {
  const isKnown = notices.some(
    (known) =>
      known.word === word &&
      known.toMs === Number.POSITIVE_INFINITY &&
      covers(known, said) &&
      isBySame(known, said.event),
  );
  if (isKnown) return;
  const fromMs = said.event.facts.eventTimeMs;
  notices.push({ kind: noticeKind(word), word, fromMs, toMs: Number.POSITIVE_INFINITY, ...said });
}

/** Of a lot, another amount is another part. */
function covers(known: Notice, said: Pick<Notice, 'quantity'>): boolean {
  return known.quantity === undefined && said.quantity === undefined;
}

function end(notices: readonly Draft[], words: readonly string[], event: TraceEvent): void {
  for (const notice of notices) {
    if (notice.toMs !== Number.POSITIVE_INFINITY || !words.includes(notice.word) || !isBySame(notice, event)) continue;
    notice.toMs = event.facts.eventTimeMs;
  }
}

/** Whether somebody who recorded the one recorded the other. */
function isBySame(notice: Pick<Notice, 'event'>, { recordedBy }: TraceEvent): boolean {
  return notice.event.recordedBy.some((no) => recordedBy.includes(no));
}

function inOrder(events: readonly TraceEvent[]): TraceEvent[] {
  return events.toSorted((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position);
}

function mentionsOf(event: TraceEvent, codes: ReadonlySet<string>): Map<string, Pick<Notice, 'quantity' | 'uom'>> {
  const mentions = new Map<string, Pick<Notice, 'quantity' | 'uom'>>();
  for (const { code, quantity, uom } of unitsSaidOf(event.facts)) {
    if (!codes.has(code) || mentions.has(code)) continue;
    mentions.set(code, { ...(quantity === undefined ? {} : { quantity }), ...(uom === undefined ? {} : { uom }) });
  }
  return mentions;
}
