/**
 * Reads an EPCIS document in XML as it comes in, in chunks cut anywhere, and hands out its events one by one, each as
 * the JSON that it is and with the text that it had: a document of any size passes through the memory of one event and the document around them. EPCIS 2.0 and 1.2, capture,
 * query and master data documents.
 *
 * Parsing is saxes', which expands no entity but the five of XML; a document type with declarations of its own, or one
 * from elsewhere, is refused before anything is read of it.
 */
import { SaxesParser } from 'saxes';
import { finding, withoutLongDigits } from '../findings.ts';
import type { DocumentScanner, ScanEnd, ScannedEvent } from '../json-scan.ts';
import { SCAN_LIMITS, ScanFault, type ScanLimits } from '../json-strict.ts';
import { envelopeFromXml } from './envelope.ts';
import { createEventText } from './event-text.ts';
import { eventFromXml } from './from-xml.ts';
import { prefixesIn, SCOPE_MAX, type Scope, scopeInstruction, type XmlContext } from './scope.ts';
import { isStandard, openElement, Prefixes, putInto, type XmlElement } from './tree.ts';

/**
 * Attributes of one element, namespace declarations among them. The standard's richest, a sensor report, has some 30,
 * and the published documents declare 15 namespaces at most. They are counted as they are read: a tag is handed over
 * when it ends, and with a million attributes (39 s in the parser's tables and ours) that was too late.
 */
export const ATTRIBUTES_MAX = 256;
/** Namespaces of one document, which all stay in memory to its end and stand in its `@context`. */
export const NAMESPACES_MAX = 1_000;
/**
 * Elements of one event, and of the document around its events. 100,000 quantities with class, number and unit are
 * 400,000; a million empty ones passed as 16 MiB and took a program with a heap of 128 MB with them.
 */
export const ELEMENTS_MAX = 500_000;
const NO_BYTES = new Uint8Array(0);
/** What an element weighs beside its characters: `<a/>` takes a hundred bytes of memory, not four. */
const ELEMENT_CHARS = 16;
/** Characters handed to the parser at a time: by so much may a text be longer than its bound when it is found to be. */
const PIECE_CHARS = 64 * 1024;

export function createXmlScanner(limits: ScanLimits = SCAN_LIMITS): DocumentScanner {
  const scan = new XmlScan(limits);
  return { binding: 'xml', push: (chunk) => scan.push(chunk), end: () => scan.end() };
}

/** Whether text is meant to be XML: its first character, spaces and a byte order mark passed over, opens a tag. */
export function looksLikeXml(start: Uint8Array): boolean {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const text = new TextDecoder().decode(start.subarray(0, 200)).trimStart();
  return text.startsWith('<');
}

/** Event lists may stand in a body, in query results, and in the wrappers of EPCIS 1.2. */
const isEventList = ({ local, uri }: XmlElement): boolean => isStandard(uri) && local === 'EventList';
const isWrapper = ({ local, uri }: XmlElement): boolean => isStandard(uri) && local === 'extension';

/** State of one document. A class for its many fields; the door is `createXmlScanner`. */
class XmlScan {
  readonly #limits: ScanLimits;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #prefixes = new Prefixes();
  readonly #stack: XmlElement[] = [];
  readonly #text = createEventText();
  /** Around the first event. */
  #scope: Scope | undefined;
  #version = '1.0';
  /** The first byte of the document, until the second is there. */
  #first = NO_BYTES;
  #decoder: { decode(chunk?: Uint8Array, options?: { stream: boolean }): string } | undefined;
  #root: XmlElement | undefined;
  /** Depth of the stack at which the event that is open stands; 0 when none is. */
  #eventDepth = 0;
  #listDepth = 0;
  #events: ScannedEvent[] = [];
  #count = 0;
  /** Characters of the event that is open, and of the document without its events. */
  #eventChars = 0;
  #envelopeChars = 0;
  #eventElements = 0;
  #envelopeElements = 0;
  #attributes = 0;
  /** Where the parser last handed something over; what comes after that, it holds itself. */
  #handedAt = 0;
  #written = 0;

  constructor(limits: ScanLimits) {
    this.#limits = limits;
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new ScanFault(
        finding({ rule: 'xml.syntax', pointer: '', params: { reason: reasonOf(error), ...this.#at() } }),
      );
    });
    parser.on('doctype', (doctype) => {
      // `<!DOCTYPE project>` names an element; anything more declares entities or fetches a file that does.
      if (!/^\s*[\w:.-]+\s*$/.test(doctype)) throw new ScanFault(finding({ rule: 'xml.doctype', pointer: '' }));
    });
    parser.on('xmldecl', ({ version }) => {
      this.#version = version ?? '1.0';
    });
    parser.on('attribute', () => {
      this.#attributes += 1;
      if (this.#attributes > ATTRIBUTES_MAX) throw this.#fault('xml.attributes', ATTRIBUTES_MAX);
    });
    parser.on('opentag', (tag) => {
      this.#attributes = 0;
      // Also those that only values use, as in type="example:Speed".
      for (const [declared, namespace] of Object.entries(tag.ns)) this.#prefixes.declare(declared, namespace);
      if (this.#prefixes.size > NAMESPACES_MAX) throw this.#fault('xml.namespaces', NAMESPACES_MAX);
      this.#open(openElement(tag, this.#stack.at(-1)?.scope));
    });
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
    parser.on('comment', () => this.#handOver());
    parser.on('processinginstruction', () => this.#handOver());
  }

  push(chunk: Uint8Array): ScannedEvent[] {
    // A byte order mark of UTF-16 is two bytes, of which the first may come alone.
    if (this.#decoder === undefined && this.#first.length + chunk.length < 2) {
      if (chunk.length > 0) this.#first = chunk.slice();
      return [];
    }
    this.#decoder ??= decoderFor(Uint8Array.of(...this.#first, ...chunk.subarray(0, 2)));
    this.#decode(this.#first);
    this.#first = NO_BYTES;
    this.#decode(chunk);
    const events = this.#events;
    this.#events = [];
    return events;
  }

  end(): ScanEnd {
    this.#decoder ??= decoderFor(this.#first);
    this.#decode(this.#first);
    this.#write(() => this.#decoder?.decode() ?? '');
    this.#parser.close();
    const root = this.#root;
    const envelope = root === undefined ? undefined : envelopeFromXml(root, this.#prefixes);
    if (envelope === undefined)
      throw new ScanFault(finding({ rule: 'xml.root', pointer: '', value: root && withoutLongDigits(root.local) }));
    return { envelope, context: this.#context(envelope), faults: [] };
  }

  #context(envelope: Readonly<Record<string, unknown>>): XmlContext {
    const xmlns = Object.fromEntries(this.#scope ?? []);
    const context = { '@context': envelope['@context'], xmlns };
    return this.#version === '1.0' ? context : { ...context, xml: '1.1' };
  }

  #decode(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#write(() => this.#decoder?.decode(bytes, { stream: true }) ?? '');
  }

  #write(decode: () => string): void {
    let text: string;
    try {
      text = decode();
    } catch {
      throw new ScanFault(finding({ rule: 'xml.encoding', pointer: '', params: this.#at() }));
    }
    for (let from = 0; from < text.length; ) {
      const piece = pieceOf(text, from);
      this.#text.write(piece);
      this.#parser.write(piece);
      this.#text.settle(this.#handedAt);
      this.#written += piece.length;
      from += piece.length;
      this.#weighHeld();
    }
  }

  #handOver(): void {
    this.#handedAt = this.#parser.position;
  }

  /** A text, comment or tag that does not end is held by the parser, and may be as large as what it stands in. */
  #weighHeld(): void {
    const held = this.#written - this.#handedAt;
    const { eventBytesMax, headerBytesMax } = this.#limits;
    if (this.#eventDepth > 0) {
      // Its text may be longer than what is in it: comments, prefixes, character references.
      if (Math.max(this.#eventChars + held, this.#text.bytes) > eventBytesMax) throw this.#eventTooLarge();
    } else if (held > headerBytesMax) throw this.#envelopeTooLarge();
  }

  #fault(rule: 'xml.attributes' | 'xml.namespaces' | 'xml.depth' | 'xml.elements', max: number): ScanFault {
    return new ScanFault(finding({ rule, pointer: '', params: { max, ...this.#at() } }));
  }

  #at(): { line: number; column: number } {
    return { line: this.#parser.line, column: this.#parser.column };
  }

  #open(element: XmlElement): void {
    this.#handOver();
    if (this.#stack.length >= this.#limits.depthMax) throw this.#fault('xml.depth', this.#limits.depthMax);
    const parent = this.#stack.at(-1);
    this.#stack.push(element);
    if (parent === undefined) this.#root = element;
    if (this.#eventDepth > 0) {
      putInto(parent, element);
      this.#weighTag(element);
      return;
    }
    if (this.#listDepth > 0) {
      if (isWrapper(element)) return;
      this.#eventDepth = this.#stack.length;
      this.#eventChars = 0;
      this.#eventElements = 0;
      this.#text.open(this.#parser.position);
      this.#weighTag(element);
      return;
    }
    if (isEventList(element)) this.#listDepth = this.#stack.length;
    putInto(parent, element);
    this.#weighTag(element);
  }

  #close(): void {
    this.#handOver();
    const element = this.#stack.pop();
    const depth = this.#stack.length + 1;
    if (element !== undefined && depth === this.#eventDepth) {
      this.#give(element);
      this.#eventDepth = 0;
    } else if (depth === this.#listDepth) this.#listDepth = 0;
  }

  #addText(text: string): void {
    this.#handOver();
    const element = this.#stack.at(-1);
    if (element === undefined || (this.#listDepth > 0 && this.#eventDepth === 0)) return;
    element.text += text;
    this.#weigh(text.length);
  }

  #give(element: XmlElement): void {
    const bytes = this.#text.close(this.#parser.position);
    if (bytes.length > this.#limits.eventBytesMax) throw this.#eventTooLarge();
    const value = eventFromXml(element, this.#prefixes);
    const scope = prefixesIn(this.#stack.at(-1)?.scope, () => this.#fault('xml.namespaces', SCOPE_MAX));
    this.#scope ??= scope;
    const text = scopeInstruction(scope, this.#scope) + UTF_8.decode(bytes);
    const index = this.#count;
    const pointer = this.#eventPointer();
    this.#count += 1;
    this.#events.push({ index, pointer, text, value, faults: [] });
  }

  /** Where the event at hand stands in the JSON of the same document. */
  #eventPointer(): string {
    const isQuery = this.#root?.local === 'EPCISQueryDocument';
    const list = isQuery ? '/epcisBody/queryResults/resultsBody/eventList' : '/epcisBody/eventList';
    return `${list}/${this.#count}`;
  }

  #weighTag(element: XmlElement): void {
    const attributes = element.attributes.reduce((sum, { local, value }) => sum + local.length + value.length, 0);
    if (this.#eventDepth > 0) this.#eventElements += 1;
    else this.#envelopeElements += 1;
    if (Math.max(this.#eventElements, this.#envelopeElements) > ELEMENTS_MAX)
      throw this.#fault('xml.elements', ELEMENTS_MAX);
    this.#weigh(ELEMENT_CHARS + element.local.length + attributes);
  }

  #weigh(chars: number): void {
    if (this.#eventDepth > 0) {
      this.#eventChars += chars;
      if (this.#eventChars > this.#limits.eventBytesMax) throw this.#eventTooLarge();
      return;
    }
    this.#envelopeChars += chars;
    if (this.#envelopeChars > this.#limits.headerBytesMax) throw this.#envelopeTooLarge();
  }

  #eventTooLarge(): ScanFault {
    const params = { what: { en: 'An event', zh: '单个事件' }, max: this.#limits.eventBytesMax };
    const place = { pointer: this.#eventPointer(), eventIndex: this.#count };
    return new ScanFault(finding({ rule: 'json.too-large', ...place, params }));
  }

  #envelopeTooLarge(): ScanFault {
    const what = { en: 'The document without its events', zh: '文档中事件以外的部分' };
    const params = { what, max: this.#limits.headerBytesMax };
    return new ScanFault(finding({ rule: 'json.too-large', pointer: '', params }));
  }
}

const UTF_8 = new TextDecoder();

/** The next piece for the parser, not cut between the halves of a pair of surrogates. */
function pieceOf(text: string, from: number): string {
  const last = text.charCodeAt(from + PIECE_CHARS - 1);
  return text.slice(from, from + PIECE_CHARS - (last >= 0xd800 && last <= 0xdbff ? 1 : 0));
}

/** UTF-8, or UTF-16 by its byte order mark (XML 1.0 §4.3.3); the declaration's word for other encodings is not taken. */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

/** saxes begins its messages with the place, which the finding says itself. */
function reasonOf(error: Error): string {
  return withoutLongDigits(error.message)
    .replace(/^\d+:\d+: /, '')
    .replace('undefined entity', 'unknown entity')
    .replace(/\.$/, '');
}
