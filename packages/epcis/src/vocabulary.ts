/**
 * CBV 2.0 §7: the standard vocabularies, in every spelling that documents use.
 *
 * One term has four spellings: `shipping`, `cbv:BizStep-shipping`, `urn:epcglobal:cbv:bizstep:shipping`
 * and `https://ref.gs1.org/cbv/BizStep-shipping`. The last one is what Suyuan works with inside.
 */

import { type Context, expand } from './context.ts';
import type { Text } from './model.ts';
import { TERM_NAMES, type VocabularyKind } from './vocabulary-terms.ts';

const CBV = 'https://ref.gs1.org/cbv/';
const CBV_URN = 'urn:epcglobal:cbv:';
const GS1_VOC = 'https://gs1.org/voc/';

/** How the URIs of one vocabulary begin: as a URN and as a Web URI. */
interface Spelling {
  readonly urn: string;
  readonly web: string;
}

const SPELLINGS: Readonly<Record<VocabularyKind, Spelling>> = {
  bizStep: { urn: `${CBV_URN}bizstep:`, web: `${CBV}BizStep-` },
  disposition: { urn: `${CBV_URN}disp:`, web: `${CBV}Disp-` },
  bizTransactionType: { urn: `${CBV_URN}btt:`, web: `${CBV}BTT-` },
  sourceDestType: { urn: `${CBV_URN}sdt:`, web: `${CBV}SDT-` },
  errorReason: { urn: `${CBV_URN}er:`, web: `${CBV}ER-` },
  component: { urn: `${CBV_URN}comp:`, web: `${CBV}Comp-` },
};

const KINDS: readonly VocabularyKind[] = [
  'bizStep',
  'disposition',
  'bizTransactionType',
  'sourceDestType',
  'errorReason',
  'component',
];

/** One term of a standard vocabulary. */
export interface VocabularyTerm {
  readonly kind: VocabularyKind;
  /** The bare word, for example `in_transit`. */
  readonly word: string;
  /** For example `https://ref.gs1.org/cbv/Disp-in_transit`. */
  readonly uri: string;
  readonly label: Text;
}

/** Every term of the standard vocabularies, in the order of the standard's own lists. */
export const VOCABULARY: readonly VocabularyTerm[] = KINDS.flatMap((kind) =>
  TERM_NAMES[kind].map(([word, en, zh]) => ({ kind, word, uri: SPELLINGS[kind].web + word, label: { en, zh } })),
);

const TERMS_BY_URI: ReadonlyMap<string, VocabularyTerm> = new Map(VOCABULARY.map((term) => [term.uri, term]));

/** Every spelling of a known term that needs no context, so that capture pays one look-up a term. */
const URIS_BY_SPELLING: Readonly<Record<VocabularyKind, ReadonlyMap<string, string>>> = {
  bizStep: spellingsOf('bizStep'),
  disposition: spellingsOf('disposition'),
  bizTransactionType: spellingsOf('bizTransactionType'),
  sourceDestType: spellingsOf('sourceDestType'),
  errorReason: spellingsOf('errorReason'),
  component: spellingsOf('component'),
};

function spellingsOf(kind: VocabularyKind): ReadonlyMap<string, string> {
  const { urn, web } = SPELLINGS[kind];
  return new Map(
    TERM_NAMES[kind].flatMap(([word]): [string, string][] => [
      [word, web + word],
      [`cbv:${web.slice(CBV.length)}${word}`, web + word],
      [urn + word, web + word],
      [web + word, web + word],
    ]),
  );
}

/** Full URI of a business step (CBV 2.0 §7.1). Unknown words and URIs come back as they are, CURIEs expanded. */
export function bizStepUri(term: string, context: Context): string {
  return termUri('bizStep', term, context);
}

/** Full URI of a disposition (CBV 2.0 §7.2). */
export function dispositionUri(term: string, context: Context): string {
  return termUri('disposition', term, context);
}

/** Full URI of a business transaction type (CBV 2.0 §7.3). */
export function bizTransactionTypeUri(term: string, context: Context): string {
  return termUri('bizTransactionType', term, context);
}

/** Full URI of a source or destination type (CBV 2.0 §7.4). */
export function sourceDestTypeUri(term: string, context: Context): string {
  return termUri('sourceDestType', term, context);
}

/** Full URI of an error reason (CBV 2.0 §7.5). */
export function errorReasonUri(term: string, context: Context): string {
  return termUri('errorReason', term, context);
}

/** Full URI of the component of a sensor value: `latitude` becomes `https://ref.gs1.org/cbv/Comp-latitude`. */
export function componentUri(term: string, context: Context): string {
  return termUri('component', term, context);
}

/**
 * Full URI of a measurement type or sensor exception, both of the GS1 Web Vocabulary: `Temperature`
 * becomes `https://gs1.org/voc/Temperature`. The list grows with the GS1 Web Vocabulary, so every bare
 * word that has the form of a term of it is taken for one.
 */
export function sensorTermUri(term: string, context: Context): string {
  const text = term.trim();
  if (text.includes(':')) return expand(context, text);
  return context.names.get(text) ?? (GS1_WORD.test(text) ? GS1_VOC + text : text);
}

// `Temperature`, `MT-Temperature`, `ALARM_CONDITION`.
const GS1_WORD = /^[A-Z][A-Za-z0-9_-]*$/;

/** The Web URI of a URN of one of the standard vocabularies, known term or not; undefined for any other text. */
export function webUriOfUrn(urn: string): string | undefined {
  if (!urn.startsWith(CBV_URN)) return undefined;
  for (const kind of KINDS) {
    const spelling = SPELLINGS[kind];
    if (urn.startsWith(spelling.urn)) return spelling.web + urn.slice(spelling.urn.length);
  }
  return undefined;
}

function termUri(kind: VocabularyKind, term: string, context: Context): string {
  const known = URIS_BY_SPELLING[kind].get(term);
  if (known !== undefined) return known;
  const text = term.trim();
  const uri = expand(context, text);
  return URIS_BY_SPELLING[kind].get(uri) ?? webUriOfUrn(uri) ?? uri;
}

/** The bare word of a term of a standard vocabulary in any of its URI spellings; any other text as it is. */
export function bareTerm(uri: string): string {
  const web = webUriOfUrn(uri) ?? uri;
  for (const kind of KINDS) {
    if (web.startsWith(SPELLINGS[kind].web)) return web.slice(SPELLINGS[kind].web.length);
  }
  return uri;
}

/** The name of a term for people. A term outside the standard vocabularies is shown as its bare word or URI. */
export function termLabel(uri: string): Text {
  const term = TERMS_BY_URI.get(webUriOfUrn(uri) ?? uri);
  if (term !== undefined) return term.label;
  const word = bareTerm(uri);
  return { en: word, zh: word };
}
