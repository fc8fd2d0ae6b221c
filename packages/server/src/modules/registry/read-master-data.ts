/** The vocabularies of documents (EPCIS 2.0 §6.1.2, CBV 2.0 §9): what they say of products, parties and places. */
import { hash } from 'node:crypto';
import { canonical } from '@suyuan/codes';
import { type Context, expand } from '@suyuan/epcis';
import { type Identifier, identifiersIn, spellingsOf } from './identifiers.ts';

/** One element of a vocabulary as it is kept: JSON with its type beside it. */
export interface VocabularyText {
  readonly type: string;
  readonly text: string;
}

const ELEMENTS_MAX = 100_000; // the scanner has already bounded the bytes around the events

/**
 * The elements of vocabulary lists, each by itself; what has another shape is passed over.
 * @param lists values of `vocabularyList`, of a header or of the results of a query
 */
export function readVocabularies(lists: readonly unknown[]): VocabularyText[] {
  const elements: VocabularyText[] = [];
  for (const vocabulary of lists.flatMap(listOf)) {
    const type = member(vocabulary, 'type');
    for (const element of listOf(member(vocabulary, 'vocabularyElementList'))) {
      const id = member(element, 'id');
      if (typeof type !== 'string' || typeof id !== 'string' || elements.length === ELEMENTS_MAX) continue;
      const [attributes, children] = [member(element, 'attributes'), member(element, 'children')];
      elements.push({ type, text: JSON.stringify({ type, id, attributes, children }) });
    }
  }
  return elements;
}

/** What such an element says. */
export interface MasterData {
  /** Canonical code of the product class, party or place. */
  readonly code: string;
  /** Full name of its vocabulary: `urn:epcglobal:epcis:vtype:EPCClass`, …. */
  readonly type: string;
  /** Attribute by its full name; one that is given several times is a list. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Canonical codes of its parts. */
  readonly children: readonly string[];
  /** Under what it is found beside its code, in each spelling. */
  readonly identifiers: readonly Identifier[];
  /** UUID of a hash of the text. */
  readonly digest: string;
}

/** Pure: what is derived of an element that was kept. */
export function deriveMasterData(text: string, context: Context): MasterData {
  const element: unknown = JSON.parse(text);
  const attributes = new Map<string, unknown[]>();
  for (const attribute of listOf(member(element, 'attributes'))) {
    const id = member(attribute, 'id');
    if (typeof id !== 'string') continue;
    const name = expand(context, id);
    attributes.set(name, [...(attributes.get(name) ?? []), member(attribute, 'attribute') ?? null]);
  }
  const all: Readonly<Record<string, unknown>> = Object.fromEntries(
    [...attributes].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const digest = hash('sha256', text, 'hex');
  return {
    code: canonical(String(member(element, 'id'))),
    type: expand(context, String(member(element, 'type'))),
    attributes: all,
    children: listOf(member(element, 'children')).flatMap((child) =>
      typeof child === 'string' ? canonical(child) : [],
    ),
    identifiers: spellingsOf(identifiersIn(all)),
    digest: digest.slice(0, 32).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
