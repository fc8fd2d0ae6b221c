/** What notices say, for the page and for a program: the reasons of a verdict. */
import type { Language } from '@suyuan/api';
import type { Because, Name, Notice, UnitLink, UnitRow } from '@suyuan/api/public-page';
import { asWritten, digitalLinkPath, readCode } from '@suyuan/codes';
import { type EventFacts, termLabel } from '@suyuan/epcis';
import { displayName } from '../registry/index.ts';
import type { Reason } from '../trace/index.ts';
import { membersOf } from './extensions.ts';
import type { LookUp } from './look-up.ts';
import { saidIn } from './said-in.ts';
import { issuerCode, toldClaims, toldNotices } from './told-notices.ts';

/** Reasons given to a program; a pallet has one for each can in it. */
const BECAUSE_MAX = 100;
/** Units of one notice that a person is shown. */
const UNITS_MAX = 5;

export function becauseOf({ verdict }: LookUp): Because[] {
  return verdict.because.slice(0, BECAUSE_MAX).map(({ verdict: brings, unit, notice, flaw, through, names }) => ({
    verdict: brings,
    unit,
    ...(notice === undefined ? {} : { notice: notice.event.eventID }),
    through,
    names,
    says: notice?.word ?? flaw?.kind ?? '',
  }));
}

/** The notices that brought the verdict, each once, with what they concern. */
export function noticesOf(found: LookUp, lang: Language): Notice[] {
  return toldNotices(found.verdict).flatMap((reasons) => noticeModel(found, reasons, lang) ?? []);
}

/** What those claim who have no say in it: as who recorded it, whomever the event names. */
export function claimsOf(found: LookUp, lang: Language): Notice[] {
  return toldClaims(found.verdict).flatMap((reasons) => {
    const claim = noticeModel(found, reasons, lang);
    if (claim === undefined) return [];
    const { issuer: _, ...said } = claim;
    const by = (reasons[0]?.notice?.event.recordedBy ?? []).map((no) => found.claimants.get(no)).find((each) => each);
    const name = by?.name ?? by?.code;
    return [{ ...said, ...(name === undefined || name === null ? {} : { issuer: { zh: name, en: name } }) }];
  });
}

function noticeModel(found: LookUp, reasons: readonly Reason[], lang: Language): Notice | undefined {
  const [first] = reasons;
  if (first?.notice === undefined) return undefined;
  const { facts } = first.notice.event;
  const by = issuerCode(facts);
  const issuer: Name | undefined = by === undefined ? undefined : displayName(found.known.get(by));
  const units = first.as === 'asked' ? [] : [...new Map(reasons.map((reason) => [reason.unit, reason])).values()];
  const isOneName = first.as === 'asked' || reasons.every(({ names }) => names === first.names);
  const names = first.through === 'self' || !isOneName ? undefined : linkTo(found, first.names, lang);
  return {
    says: termLabel(`https://ref.gs1.org/cbv/Disp-${first.notice.word}`),
    since: first.notice.fromMs,
    timeZoneOffset: facts.eventTimeZoneOffset,
    ...wordsOf(facts.extensions, lang),
    ...(issuer === undefined ? {} : { issuer }),
    ...(names === undefined || first.through === 'self' ? {} : { names: { ...names, as: first.through } }),
    units: unitRows(found, units, lang).map(({ of, ...row }) =>
      of === undefined || of === names?.label ? row : { of, ...row },
    ),
    ...(first.as === 'asked' ? {} : { unitsAs: first.as === 'instance' && units.every(isLot) ? 'lot' : first.as }),
    more: Math.max(0, units.length - UNITS_MAX),
  };
}

/** What a notice gives as its reason and its class, in an extension whose name ends so. */
function wordsOf(
  extensions: EventFacts['extensions'],
  lang: Language,
): { readonly reason?: string; readonly level?: string } {
  const words: { reason?: string; level?: string } = {};
  for (const [name, value] of extensions ?? []) {
    if (!/(recall|notice)$/i.test(name)) continue;
    const told = membersOf(value);
    for (const part of Object.keys(told)) {
      const text = saidIn(lang, told, part);
      if (text === undefined) continue;
      if (/reason$/i.test(part)) words.reason = text;
      if (/class$/i.test(part)) words.level = text;
    }
  }
  return words;
}

function isLot({ unit }: Reason): boolean {
  return readCode(unit).names === 'lot';
}

/** Units by what tells them apart: the number of the item, and its lot where the lots differ. */
function unitRows(found: LookUp, reasons: readonly Reason[], lang: Language): UnitRow[] {
  const lotsDiffer = new Set(reasons.map(lotOf)).size > 1;
  return reasons.slice(0, UNITS_MAX).map((reason) => {
    const { label, detail, href } = linkTo(found, reason.unit, lang);
    if (detail === undefined) return { label, href };
    const lot = lotsDiffer ? lotOf(reason) : undefined;
    return { of: label, label: detail, ...(lot === undefined || lot === detail ? {} : { lot }), href };
  });
}

/** The lot of an item as its code or the notice tells it. */
function lotOf({ unit, names }: Reason): string | undefined {
  return readCode(unit).parts.lot ?? readCode(names).parts.lot;
}

function linkTo(found: LookUp, code: string, lang: Language): UnitLink {
  const { productOf: product, parts } = readCode(code);
  const { gtin, lot, serial, sscc } = parts;
  const name = displayName(product === undefined ? undefined : found.known.get(product));
  const detail = serial ?? lot;
  // Of the product that the page is about, the number says which.
  const isSame = product !== undefined && product === found.reading.productOf;
  if (isSame && detail !== undefined) return { label: detail, href: pathOf(code) };
  return {
    label: name?.[lang] ?? sscc ?? gtin ?? asWritten(code),
    ...(detail === undefined ? {} : { detail }),
    href: pathOf(code),
  };
}

function pathOf(code: string): string {
  return digitalLinkPath(code) ?? `/q/${encodeURIComponent(code)}`;
}
