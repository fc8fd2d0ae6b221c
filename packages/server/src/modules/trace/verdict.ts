/**
 * What a person who scans is told: the worst of what reaches a unit (trace semantics, section of that name). Pure; what
 * it judges is gathered by `judge-units.ts`.
 */
import type { AnomalyKind } from '@suyuan/api';
import type { Notice } from './notices.ts';
import { common, type Span, stretch } from './spans.ts';

/** In the order of the trace semantics, the worst first. */
export const VERDICTS = [
  'recalled',
  'failed',
  'expired',
  'gone',
  'part-affected',
  'ingredient-affected',
  'suspicious',
  'incomplete',
  'normal',
] as const;
export type VerdictName = (typeof VERDICTS)[number];

/** By which of its names a notice reaches a unit. */
export type Through = 'self' | 'lot' | 'class' | 'container';

/** A code by which a unit may be named; a container names it over these moments only. */
export interface Name {
  readonly code: string;
  readonly through: Through;
  readonly spans?: readonly Span[];
}

/** A unit that counts for what is asked, and as what: itself, an instance of it, inside it now, made into it. */
export interface Counted {
  readonly unit: string;
  readonly as: 'asked' | 'instance' | 'inside' | 'ingredient';
  readonly names: readonly Name[];
}

/** A flaw in the history of what is asked. */
export interface Flaw {
  readonly kind: AnomalyKind | 'gone-and-back';
  readonly unit: string;
  readonly eventIDs: readonly string[];
}

export interface Case {
  readonly units: readonly Counted[];
  /** By the code that they name. */
  readonly notices: ReadonlyMap<string, readonly Notice[]>;
  /** Of a lot or class, how much of it was made, where that is recorded in one unit of measure. */
  readonly made: ReadonlyMap<string, { readonly quantity: number; readonly uom: string | undefined }>;
  readonly flaws: readonly Flaw[];
  /** Whether whoever gave the notice of a reason has a say in the unit; others make claims. */
  counts(reason: NoticeReason): boolean;
  /** Not everything that counts was looked at. */
  readonly isCut: boolean;
  readonly nowMs: number;
}

/** Why a verdict is what it is. */
export interface Reason {
  readonly verdict: VerdictName;
  /** The unit that it is about: what was asked, what is inside it, what it was made from. */
  readonly unit: string;
  readonly as: Counted['as'];
  /** Absent where no notice but a flaw is the reason. */
  readonly notice?: Notice;
  readonly flaw?: Flaw;
  readonly through: Through;
  /** The code that the notice names. */
  readonly names: string;
}

/** By which of its codes a notice reaches which unit. */
export type NoticeReason = Pick<Reason, 'unit' | 'as' | 'names'> & { readonly notice: Notice };

export interface Verdict {
  readonly verdict: VerdictName;
  /** The worst first; empty where nothing was found. */
  readonly because: readonly Reason[];
  /** What notices would bring of those who have no say in the unit, the worst first: told, and without effect. */
  readonly claims: readonly Reason[];
}

export function judge(of: Case): Verdict {
  const said = Map.groupBy(noticeReasons(of), (reason) => of.counts(reason));
  const because = [...(said.get(true) ?? []), ...flawReasons(of)].sort(worstFirst);
  const claims = (said.get(false) ?? []).sort(worstFirst);
  const worst = because[0]?.verdict;
  return { verdict: worst ?? (of.isCut ? 'incomplete' : 'normal'), because, claims };
}

function worstFirst(a: Reason, b: Reason): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    rankOf(a) - rankOf(b) ||
    (b.notice?.fromMs ?? 0) - (a.notice?.fromMs ?? 0) ||
    (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)
  );
}

/** Of what is affected in part, a recall says more than what was destroyed after it. */
function rankOf({ notice }: Reason): number {
  return notice === undefined ? VERDICTS.length : VERDICTS.indexOf(notice.kind);
}

function* noticeReasons(of: Case): Generator<Reason & NoticeReason> {
  for (const { unit, as, names } of of.units) {
    for (const name of names) {
      for (const notice of of.notices.get(name.code) ?? []) {
        const verdict = reaches(of, { as, name, notice });
        if (verdict !== undefined) yield { verdict, unit, as, notice, through: name.through, names: name.code };
      }
    }
  }
}

/** The verdict that a notice brings by one of a unit's names; undefined where it does not reach it. */
function reaches(
  of: Case,
  { as, name, notice }: { as: Counted['as']; name: Name; notice: Notice },
): VerdictName | undefined {
  if (notice.toMs <= of.nowMs) return undefined;
  if (name.spans !== undefined && !meets(name.spans, notice)) return undefined;
  if (isOfPart(of, name, notice)) return as === 'asked' && name.through === 'self' ? 'part-affected' : undefined;
  switch (as) {
    case 'asked':
      return notice.kind;
    case 'instance':
    case 'inside':
      return 'part-affected';
    case 'ingredient':
      return 'ingredient-affected';
  }
}

/** A container names what is in it while the notice is in force. */
function meets(spans: readonly Span[], { fromMs, toMs }: Notice): boolean {
  const force = stretch(fromMs, toMs);
  return force !== undefined && spans.some((span) => common(span, force) !== undefined);
}

/** What is recalled or has failed is taken for the whole lot; of what is gone or expired, the rest of it is not. */
function isOfPart(of: Case, { code }: Name, { kind, quantity, uom }: Notice): boolean {
  if (quantity === undefined || kind === 'recalled' || kind === 'failed') return false;
  const made = of.made.get(code);
  return made !== undefined && made.uom === uom && quantity < made.quantity;
}

function* flawReasons({ flaws }: Case): Generator<Reason> {
  for (const flaw of flaws) {
    yield { verdict: 'suspicious', unit: flaw.unit, as: 'asked', flaw, through: 'self', names: flaw.unit };
  }
}
