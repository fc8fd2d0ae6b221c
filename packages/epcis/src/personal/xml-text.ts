/**
 * The texts for people in the XML of an event, as they are written there: of elements that become extensions, of their
 * attributes, and of comments and instructions, which are kept with the event although they say nothing.
 */
import { personalDataIn } from '@suyuan/codes';
import { readScope } from '../xml/scope.ts';
import { isStandard, JSON_NAMESPACE, XSI } from '../xml/tree.ts';
import { type Decoded, type Edit, edited, editsOf } from './edits.ts';
import type { Put } from './places.ts';
import { type Reading, readingOf } from './reading.ts';

interface Element {
  readonly reading: Reading;
  readonly scope: ReadonlyMap<string, string>;
  /** Where its character data stands, with entities as they are written. */
  readonly pieces: Piece[];
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** In a CDATA section nothing stands for anything else. */
  readonly isPlain: boolean;
}

/**
 * The same XML with what is put in place of what was found; every other character stays. What is put needs no escape.
 * @param xml of a `ScannedEvent`
 * @param context of its document
 */
export function xmlWith(xml: string, context: unknown, put: Put): string {
  const xmlns = typeof context === 'object' && context !== null ? Reflect.get(context, 'xmlns') : undefined;
  const { element, scope } = readScope(xml, xmlns);
  const before = xml.length - element.length;
  return xml.slice(0, before) + edited(element, editsIn(element, scope, put));
}

function editsIn(xml: string, around: ReadonlyMap<string, string>, put: Put): Edit[] {
  const edits: Edit[] = [];
  const stack: Element[] = [];
  const look = (pieces: readonly Piece[]): void => void edits.push(...editsOf(decoded(xml, pieces), put));
  for (let at = 0; at < xml.length; ) {
    const { kind, end } = tokenAt(xml, at);
    const top = stack.at(-1);
    if (kind === 'text') top?.pieces.push({ from: at, to: end, isPlain: false });
    else if (kind === 'cdata') top?.pieces.push({ from: at + CDATA.length, to: end - 3, isPlain: true });
    else if (kind === 'remark') look([{ from: at + 2, to: end, isPlain: true }]);
    else if (kind === 'close') {
      if (top?.reading === 'free') look(top.pieces);
      stack.pop();
    } else {
      const tag = readTag(xml, at, end);
      const element = opened(tag, top ?? { reading: 'standard', scope: around, pieces: [] }, stack.length === 0);
      for (const { name, piece } of tag.attributes) if (isForPeople(name, element)) look([piece]);
      if (!xml.startsWith('/>', end - 2)) stack.push(element);
    }
    at = end;
  }
  return edits;
}

/** Whether a comment or an instruction of an event holds such a number, which its value does not show. */
export function holdsInRemarks(xml: string): boolean {
  for (let at = 0; at < xml.length; ) {
    const { kind, end } = tokenAt(xml, at);
    if (kind === 'remark' && personalDataIn(xml.slice(at + 2, end)).length > 0) return true;
    at = end;
  }
  return false;
}

const CDATA = '<![CDATA[';

interface Token {
  readonly kind: 'text' | 'cdata' | 'remark' | 'close' | 'open';
  readonly end: number;
}

function tokenAt(xml: string, at: number): Token {
  const after = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from);
    return found < 0 ? xml.length : found + mark.length;
  };
  if (xml.charAt(at) !== '<') {
    const end = xml.indexOf('<', at);
    return { kind: 'text', end: end < 0 ? xml.length : end };
  }
  if (xml.startsWith('<!--', at)) return { kind: 'remark', end: after('-->', at + 4) };
  if (xml.startsWith(CDATA, at)) return { kind: 'cdata', end: after(']]>', at) };
  if (xml.startsWith('<?', at)) return { kind: 'remark', end: after('?>', at) };
  if (xml.startsWith('</', at)) return { kind: 'close', end: after('>', at) };
  return { kind: 'open', end: endOfTag(xml, at) };
}

/** In the value of an attribute a `>` ends nothing. */
function endOfTag(xml: string, start: number): number {
  let quote = '';
  for (let at = start; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return xml.length;
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly piece: Piece; readonly raw: string }[];
}

function readTag(xml: string, start: number, end: number): Tag {
  const tag = xml.slice(start, end);
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const attributes = [...tag.matchAll(/([^\s=<"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => {
    const raw = match[2] ?? match[3] ?? '';
    const to = start + match.index + match[0].length - 1;
    return { name: match[1] ?? '', raw, piece: { from: to - raw.length, to, isPlain: false } };
  });
  return { name, attributes };
}

const partsOf = (name: string): { readonly prefix: string; readonly local: string } => {
  const at = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(at, 0)), local: name.slice(at + 1) };
};

/** Elements of XML around what came after EPCIS 1.0, and those that stand in its lists. */
const AROUND: ReadonlySet<string> = new Set([
  'extension',
  'baseExtension',
  'quantityElement',
  'correctiveEventID',
  'epc',
]);

function opened(tag: Tag, outer: Element, isEvent: boolean): Element {
  const declared = tag.attributes
    .filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(({ name, raw }): [string, string] => [name.slice('xmlns:'.length), raw]);
  const scope = declared.length === 0 ? outer.scope : new Map([...outer.scope, ...declared]);
  const { prefix, local } = partsOf(tag.name);
  const isOfStandard = isStandard(scope.get(prefix) ?? '');
  const isPart = isEvent || (outer.reading === 'standard' && isOfStandard && AROUND.has(local));
  const name = isOfStandard ? local : `:${local}`;
  return { reading: isPart ? 'standard' : readingOf(outer.reading, name), scope, pieces: [] };
}

/** An attribute of another namespace is kept wherever it stands; one of none where it is a member: of a sensor, of an extension. */
function isForPeople(name: string, { reading, scope }: Element): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:') || name.startsWith('xml:')) return false;
  const { prefix, local } = partsOf(name);
  const uri = prefix === '' ? '' : (scope.get(prefix) ?? '');
  if (uri === XSI || uri === JSON_NAMESPACE) return false;
  return readingOf(reading, prefix === '' ? local : `:${local}`) === 'free';
}

const ENTITY = /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));/y;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(xml: string, pieces: readonly Piece[]): Decoded {
  let text = '';
  /** Where runs of units begin that are written one by one, or one entity; with the length of each unit. */
  const runs: { readonly unit: number; readonly at: number; readonly isWhole: boolean; readonly length: number }[] = [];
  for (const { from, to, isPlain } of pieces) {
    for (let at = from; at < to; ) {
      ENTITY.lastIndex = at;
      const entity = isPlain ? null : ENTITY.exec(xml);
      if (entity !== null) {
        const [whole, hex, decimal, name = ''] = entity;
        runs.push({ unit: text.length, at, isWhole: true, length: whole.length });
        text += hex !== undefined || decimal !== undefined ? characterOf(hex, decimal) : (NAMED[name] ?? whole);
        at += whole.length;
        continue;
      }
      const next = isPlain ? -1 : xml.indexOf('&', at + 1);
      const end = next < 0 || next > to ? to : next;
      runs.push({ unit: text.length, at, isWhole: false, length: 1 });
      text += xml.slice(at, end);
      at = end;
    }
  }
  const runOf = (unit: number) => runs[lastAtOrBefore(runs, unit)] ?? { unit: 0, at: 0, isWhole: false, length: 0 };
  const from = (unit: number): number => {
    const run = runOf(unit);
    return run.isWhole ? run.at : run.at + unit - run.unit;
  };
  return { text, from, to: (unit) => from(unit) + runOf(unit).length };
}

function characterOf(hex: string | undefined, decimal: string | undefined): string {
  return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}

function lastAtOrBefore(runs: readonly { readonly unit: number }[], unit: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.unit ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}
