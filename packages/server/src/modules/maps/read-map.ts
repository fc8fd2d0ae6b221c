/**
 * Reads the SVG of a map into a tree of elements that are known to be harmless. The parser is saxes', which expands no
 * entity but the five of XML. Nothing passes that is not on the list: what the tree is drawn with is ours. Pure.
 */
import { MAP_SHAPES, type MapElement, type MapTag } from '@suyuan/api/maps';
import { divisionName } from '@suyuan/codes';
import type { Finding } from '@suyuan/epcis';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isElement, mayStandIn, NEEDED, readAttribute } from './allowed.ts';
import { type MapRule, mapFault } from './map-faults.ts';

/** A browser draws so many in some tenths of a second; islands of one coast are one path. */
export const ELEMENTS_MAX = 5_000;
const DEPTH_MAX = 24;
/** An element has some ten; a tag of a hundred thousand takes the parser a second, and is told when it ends. */
const ATTRIBUTES_MAX = 64;
/** More than somebody mends at once, and what a refusal tells. */
const FAULTS_MAX = 100;
const SVG = 'http://www.w3.org/2000/svg';
const KEPT_TAGS: ReadonlySet<string> = new Set(['svg', 'g', 'text', 'tspan', ...MAP_SHAPES]);
const SHAPES: ReadonlySet<string> = new Set(MAP_SHAPES);

/** GB/T 2260, the level of a province: 34. */
const PROVINCES: readonly string[] = Array.from({ length: 100 }, (_, i) => `${String(i).padStart(2, '0')}0000`).filter(
  (code) => divisionName(code) !== undefined,
);

export type ReadMap =
  | { readonly ok: true; readonly drawing: MapElement }
  | { readonly ok: false; readonly faults: readonly Finding[] };

/** No more is read. */
class Stopped extends Error {}

export function readMap(svg: string): ReadMap {
  const pass = new MapPass();
  const drawing = pass.read(svg);
  if (drawing === undefined || pass.faults.length > 0) return { ok: false, faults: pass.faults };
  return { ok: true, drawing };
}

interface Open {
  readonly name: string;
  readonly element: MapElement & { readonly children: (MapElement | string)[] };
  /** Of itself, or of what is around it. */
  readonly region: string | undefined;
}

/** State of one reading. */
class MapPass {
  readonly faults: Finding[] = [];
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #stack: Open[] = [];
  /** By code, whether a shape is in it. */
  readonly #regions = new Map<string, boolean>();
  #root: MapElement | undefined;
  #elements = 0;
  #attributesSeen = 0;
  #start = { line: 1, column: 1 };

  read(svg: string): MapElement | undefined {
    this.#listen();
    try {
      this.#parser.write(svg).close();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return undefined;
    }
    // Of a file that is not what it should be, what is missing says little.
    if (this.faults.length === 0) this.#askForAll();
    return this.#root;
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on('error', ({ message }) => this.#stop('syntax', message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', () => this.#stop('doctype'));
    parser.on('processinginstruction', ({ target }) => this.#note('instruction', target, this.#here()));
    parser.on('opentagstart', ({ name }) => {
      const { line, column } = this.#here();
      this.#attributesSeen = 0;
      this.#start = { line, column: Math.max(column - name.length - 1, 1) };
    });
    parser.on('attribute', () => {
      this.#attributesSeen += 1;
      if (this.#attributesSeen > ATTRIBUTES_MAX) this.#stop('attributes', String(ATTRIBUTES_MAX));
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
  }

  #here() {
    return { line: this.#parser.line, column: this.#parser.column };
  }

  #note(rule: MapRule, what: Parameters<typeof mapFault>[1], place?: Parameters<typeof mapFault>[2]): void {
    this.faults.push(mapFault(rule, what, place));
    if (this.faults.length >= FAULTS_MAX) throw new Stopped();
  }

  #stop(rule: MapRule, what = ''): never {
    this.faults.push(mapFault(rule, what, this.#here()));
    throw new Stopped();
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    const around = this.#stack.at(-1);
    this.#elements += 1;
    if (this.#elements > ELEMENTS_MAX) this.#stop('elements', String(ELEMENTS_MAX));
    if (this.#stack.length >= DEPTH_MAX) this.#stop('depth', String(DEPTH_MAX));
    const place = { ...this.#start, element: name };
    if (around === undefined && name !== 'svg') this.#stop('root');
    if (!isElement(name)) this.#note('element', '', place);
    else if (!mayStandIn(name, around?.name ?? '')) this.#note('place', around?.name ?? '', place);
    else if (around === undefined && attributes.xmlns !== SVG) this.#note('namespace', '', place);
    const kept = isElement(name) ? this.#attributes(name, attributes) : {};
    const region = this.#regionOf(kept['data-region'], name);
    // Only what is on the list is kept, and a name that is not makes the whole a refusal.
    this.#stack.push({ name, element: { tag: name as MapTag, attributes: kept, children: [] }, region });
  }

  #attributes(element: string, given: Readonly<Record<string, string>>): Record<string, string> {
    const kept: Record<string, string> = {};
    const place = { ...this.#start, element };
    for (const [name, value] of Object.entries(given)) {
      const read = readAttribute(element, name, value);
      if (read.is === 'kept') kept[name] = read.value;
      else if (read.is === 'unknown') this.#note('attribute', name, place);
      else if (read.is === 'form') this.#note('value', name, place);
    }
    for (const name of NEEDED[element] ?? []) if (!Object.hasOwn(given, name)) this.#note('needed', name, place);
    return kept;
  }

  /** The province in which an element stands, once what it says of its own was looked at. */
  #regionOf(code: string | undefined, element: string): string | undefined {
    const around = this.#stack.at(-1)?.region;
    const place = { ...this.#start, element };
    if (code !== undefined) {
      if (!PROVINCES.includes(code)) this.#note('region', code.slice(0, 20), place);
      else if (around !== undefined) this.#note('nested', '', place);
      else if (this.#regions.has(code)) this.#note('twice', nameOf(code), place);
      else this.#regions.set(code, false);
    }
    const region = code ?? around;
    if (region !== undefined && SHAPES.has(element)) this.#regions.set(region, true);
    return region;
  }

  #close(): void {
    const closed = this.#stack.pop();
    if (closed === undefined) return;
    const around = this.#stack.at(-1);
    if (around === undefined) this.#root = closed.element;
    else if (KEPT_TAGS.has(closed.name)) around.element.children.push(closed.element);
  }

  #addText(text: string): void {
    const around = this.#stack.at(-1);
    if (around === undefined) return;
    if (around.name === 'text' || around.name === 'tspan') around.element.children.push(text.replace(/\s+/g, ' '));
    else if (around.name !== 'title' && around.name !== 'desc' && text.trim() !== '')
      this.#note('text', '', { ...this.#here(), element: around.name });
  }

  #askForAll(): void {
    for (const code of PROVINCES) {
      const hasShape = this.#regions.get(code);
      if (hasShape === undefined) this.#note('missing', nameOf(code));
      else if (!hasShape) this.#note('empty', nameOf(code));
    }
  }
}

const nameOf = (code: string): { readonly zh: string; readonly en: string } => ({
  zh: `${divisionName(code) ?? ''}（data-region="${code}"）`,
  en: `data-region="${code}" (${divisionName(code) ?? ''})`,
});
