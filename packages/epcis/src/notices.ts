/**
 * Notices: what an event says is wrong with the units that it names, and what it takes back (trace semantics, What a
 * person who scans is told).
 */
import type { EventFacts, UnitMention } from './model.ts';

/** What a notice makes of a unit, the worst first. */
export type NoticeKind = 'recalled' | 'failed' | 'expired' | 'gone';

const DISPOSITION = 'https://ref.gs1.org/cbv/Disp-';

/** CBV 2.0 §7.2. */
const KINDS: Readonly<Record<string, NoticeKind>> = {
  recalled: 'recalled',
  non_conformant: 'failed',
  expired: 'expired',
  destroyed: 'gone',
  disposed: 'gone',
  stolen: 'gone',
};

/** What ends a notice beside its being unset: another disposition of its kind. */
const CONTRARY: Readonly<Record<string, string>> = { conformant: 'non_conformant' };

/** What an event says of notices, in bare words of the CBV. */
export interface NoticeWords {
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}

/** Undefined for an event that neither begins nor ends any. */
export function noticeWords({ disposition, persistentDisposition }: EventFacts): NoticeWords | undefined {
  if (disposition === undefined && persistentDisposition === undefined) return undefined;
  const said = [disposition, ...(persistentDisposition?.set ?? [])].map(bare);
  const begins = [...new Set(said.filter((word) => Object.hasOwn(KINDS, word)))];
  const unset = (persistentDisposition?.unset ?? []).map(bare).filter((word) => Object.hasOwn(KINDS, word));
  const ends = [...unset, ...said.flatMap((word) => (Object.hasOwn(CONTRARY, word) ? (CONTRARY[word] ?? []) : []))];
  return begins.length + ends.length === 0 ? undefined : { begins, ends };
}

/** The kind of a word that `noticeWords` gives. */
export function noticeKind(word: string): NoticeKind {
  return KINDS[word] ?? 'failed';
}

/** The units that a disposition is said of (EPCIS 2.0 §7.4): not the inputs of a transformation, which are used up. */
export function unitsSaidOf({ units }: EventFacts): UnitMention[] {
  return units.filter(({ role }) => role !== 'input');
}

function bare(uri: string | undefined): string {
  return uri?.startsWith(DISPOSITION) === true ? uri.slice(DISPOSITION.length) : '';
}
