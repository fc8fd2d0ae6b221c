/**
 * Reads an EPCIS document in XML as it comes in, in chunks cut anywhere, and hands out its events one by one as JSON: a
 * document of any size passes through the memory of one event and the document around them. EPCIS 2.0 and 1.2, capture,
 * query and master data documents.
 *
 * Parsing is saxes', which expands no entity but the five of XML; a document type with declarations of its own, or one
 * from elsewhere, is refused before anything is read of it.
 */
import { SaxesParser } from 'saxes';
import { finding } from '../findings.ts';
import type { DocumentScanner, ScanEnd, ScannedEvent } from '../json-scan.ts';
import { SCAN_LIMITS, ScanFault, type ScanLimits } from '../json-strict.ts';
import { envelopeFromXml } from './envelope.ts';
import { eventFromXml } from './from-xml.ts';
import { isStandard, Prefixes, type XmlElement } from './tree.ts';

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
    parser.on('opentag', (tag) => {
      const attributes = Object.values(tag.attributes).filter(({ uri }) => uri !== 'http://www.w3.org/2000/xmlns/');
      const { prefix, local, uri } = tag;
      // Also those that only values use, as in type="example:Speed".
      for (const [declared, namespace] of Object.entries(tag.ns)) this.#prefixes.declare(declared, namespace);
      this.#open({ prefix, local, uri, attributes, children: [], text: '' });
    });
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
  }

  push(chunk: Uint8Array): ScannedEvent[] {
    this.#decoder ??= decoderFor(chunk);
    this.#write(() => this.#decoder?.decode(chunk, { stream: true }) ?? '');
    const events = this.#events;
    this.#events = [];
    return events;
  }

  end(): ScanEnd {
    this.#write(() => this.#decoder?.decode() ?? '');
    this.#parser.close();
    const root = this.#root;
    const envelope = root === undefined ? undefined : envelopeFromXml(root, this.#prefixes);
    if (envelope === undefined) throw new ScanFault(finding({ rule: 'xml.root', pointer: '', value: root?.local }));
    return { envelope, faults: [] };
  }

  #write(decode: () => string): void {
    let text: string;
    try {
      text = decode();
    } catch {
      throw new ScanFault(finding({ rule: 'xml.encoding', pointer: '', params: this.#at() }));
    }
    this.#parser.write(text);
  }

  #at(): { line: number; column: number } {
    return { line: this.#parser.line, column: this.#parser.column };
  }

  #open(element: XmlElement): void {
    if (this.#stack.length >= this.#limits.depthMax) {
      throw new ScanFault(
        finding({ rule: 'xml.depth', pointer: '', params: { max: this.#limits.depthMax, ...this.#at() } }),
      );
    }
    const parent = this.#stack.at(-1);
    this.#stack.push(element);
    if (parent === undefined) this.#root = element;
    if (this.#eventDepth > 0) {
      parent?.children.push(element);
      this.#weighTag(element);
      return;
    }
    if (this.#listDepth > 0) {
      if (isWrapper(element)) return;
      this.#eventDepth = this.#stack.length;
      this.#eventChars = 0;
      return;
    }
    if (isEventList(element)) this.#listDepth = this.#stack.length;
    parent?.children.push(element);
    this.#weighTag(element);
  }

  #close(): void {
    const element = this.#stack.pop();
    const depth = this.#stack.length + 1;
    if (element !== undefined && depth === this.#eventDepth) {
      this.#eventDepth = 0;
      this.#give(element);
    } else if (depth === this.#listDepth) this.#listDepth = 0;
  }

  #text(text: string): void {
    const element = this.#stack.at(-1);
    if (element === undefined || (this.#listDepth > 0 && this.#eventDepth === 0)) return;
    element.text += text;
    this.#weigh(text.length);
  }

  #give(element: XmlElement): void {
    const value = eventFromXml(element, this.#prefixes);
    const index = this.#count;
    this.#count += 1;
    const pointer = `${this.#listPointer()}/${index}`;
    this.#events.push({ index, pointer, text: JSON.stringify(value), value, faults: [] });
  }

  /** Where the list stands in the JSON of the same document. */
  #listPointer(): string {
    const isQuery = this.#root?.local === 'EPCISQueryDocument';
    return isQuery ? '/epcisBody/queryResults/resultsBody/eventList' : '/epcisBody/eventList';
  }

  #weighTag(element: XmlElement): void {
    const attributes = element.attributes.reduce((sum, { local, value }) => sum + local.length + value.length, 0);
    this.#weigh(element.local.length + attributes);
  }

  #weigh(chars: number): void {
    const isInEvent = this.#eventDepth > 0;
    if (isInEvent) this.#eventChars += chars;
    else this.#envelopeChars += chars;
    const max = isInEvent ? this.#limits.eventBytesMax : this.#limits.headerBytesMax;
    if ((isInEvent ? this.#eventChars : this.#envelopeChars) <= max) return;
    const what = isInEvent
      ? { en: 'An event', zh: '单个事件' }
      : { en: 'The document without its events', zh: '文档中事件以外的部分' };
    throw new ScanFault(finding({ rule: 'json.too-large', pointer: '', params: { what, max } }));
  }
}

/** UTF-8, or UTF-16 by its byte order mark (XML 1.0 §4.3.3); the declaration's word for other encodings is not taken. */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

/** saxes begins its messages with the place, which the finding says itself. */
function reasonOf(error: Error): string {
  return error.message
    .replace(/^\d+:\d+: /, '')
    .replace('undefined entity', 'unknown entity')
    .replace(/\.$/, '');
}
