/**
 * Reads an EPCIS document as it comes in, in chunks cut anywhere, and hands out its events one by one with the text
 * they had: a document of any size passes through the memory of one event and the document around them.
 */
import { finding, syntaxExcerpt } from './findings.ts';
import { createByteBuffer } from './json-bytes.ts';
import { type EventList, listAt } from './json-scan-lists.ts';
import { advanceSlice, isSpace, openSlice, type Slice } from './json-slice.ts';
import { checkText, EVENT_VALUES_MAX, SCAN_LIMITS, ScanFault, type ScanLimits } from './json-strict.ts';
import type { Finding } from './model.ts';

/** One event of a document. */
export interface ScannedEvent {
  readonly index: number;
  /** RFC 6901 pointer from the document's root. */
  readonly pointer: string;
  /**
   * As received. In JSON to the byte; in XML the characters of the event's element, from the `<` of its name to the end
   * of its end tag, as the document had them after decoding (UTF-8, or UTF-16 by its byte order mark): line ends,
   * comments, prefixes and character references as they stood. Where other prefixes are in scope around the event than
   * around the first one, an instruction `<?suyuan-xmlns …?>` with those stands before it.
   */
  readonly text: string;
  /** What `readReceived` makes of the text. */
  readonly value: unknown;
  /** Names twice in an object, forbidden names, U+0000, half surrogate pairs. */
  readonly faults: readonly Finding[];
}

export interface ScanEnd {
  /** The document with its events taken out of their list. */
  readonly envelope: unknown;
  /** The same as JSON text: as received, save the events. Absent where it came as no JSON. */
  readonly text?: string;
  /**
   * What the texts of the events need to be read again, as plain JSON: of JSON the `@context`, null where there is none;
   * of XML an `XmlContext`. One for the whole document. `readContext` and `readReceived` take it.
   */
  readonly context: unknown;
  /** Faults of the envelope. */
  readonly faults: readonly Finding[];
}

export interface DocumentScanner {
  readonly binding: 'json' | 'xml';
  /** Events that end in this chunk. Throws ScanFault at what makes the whole text no JSON. */
  push(chunk: Uint8Array): ScannedEvent[];
  end(): ScanEnd;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);

export function createDocumentScanner(limits: ScanLimits = SCAN_LIMITS): DocumentScanner {
  const scan = new DocumentScan(limits);
  return { binding: 'json', push: (chunk) => scan.push(chunk), end: () => scan.end() };
}

/** State of one document. A class for its many fields; the door is `createDocumentScanner`. */
class DocumentScan {
  readonly #limits: ScanLimits;
  /** Bytes of the document before the chunk at hand. */
  #before = 0;
  #mode: 'envelope' | 'gap' | 'element' = 'envelope';
  #isBomPossible = true;

  // The envelope: what is not an event. Its strings are followed to know under which names a list opens.
  readonly #envelope = createByteBuffer();
  #depth = 0;
  #isInString = false;
  #isAfterBackslash = false;
  #stringStart = 0;
  #stringEnd = 0;
  readonly #names: (string | undefined)[] = [];
  /** Where events were taken out: envelope length there, and bytes of the document left out up to there. */
  readonly #gaps: { readonly at: number; readonly removed: number }[] = [];

  // The list that is open, and the element of it that is being read.
  #list: EventList | undefined;
  #index = 0;
  /** Index of the first event of this list: a document can wrongly have two. */
  #listStart = 0;
  #gapState: 'first' | 'after-element' | 'after-comma' = 'first';
  #slice: Slice = openSlice(OPEN_OBJECT, 0);
  /** The element's beginning, when it began in an earlier chunk. */
  readonly #element = createByteBuffer();
  #elementStart = 0;

  constructor(limits: ScanLimits) {
    this.#limits = limits;
  }

  push(chunk: Uint8Array): ScannedEvent[] {
    const events: ScannedEvent[] = [];
    let at = this.#isBomPossible ? this.#skipBom(chunk) : 0;
    while (at < chunk.length) {
      if (this.#mode === 'envelope') at = this.#readEnvelope(chunk, at);
      else if (this.#mode === 'gap') at = this.#readGap(chunk, at);
      else at = this.#readElement(chunk, at, events);
    }
    this.#before += chunk.length;
    return events;
  }

  end(): ScanEnd {
    if (this.#mode === 'element' && this.#slice.kind !== 'primitive') throw this.#elementFault(this.#element.view());
    const pointer = this.#mode === 'envelope' ? undefined : this.#elementPointer();
    if (pointer !== undefined) {
      const params = { offset: this.#before };
      throw new ScanFault(finding({ rule: 'json.truncated', pointer, params }));
    }
    const bytes = this.#envelope.view();
    const place = {
      pointer: '',
      byteOffset: (byte: number) => byte + (this.#gaps.findLast(({ at }) => at <= byte)?.removed ?? 0),
      depth: 0,
      depthMax: this.#limits.depthMax,
    };
    const { value, text, faults } = checkText({ bytes }, place);
    const isNamed = typeof value === 'object' && value !== null && '@context' in value;
    return { envelope: value, text, context: isNamed ? value['@context'] : null, faults };
  }

  /** RFC 8259 §8.1 lets a reader pass over a byte order mark. */
  #skipBom(chunk: Uint8Array): number {
    let at = 0;
    let marked = this.#before;
    while (at < chunk.length && marked < BOM.length && chunk[at] === BOM[marked]) {
      at += 1;
      marked += 1;
    }
    if (marked < BOM.length && at === chunk.length) return at;
    this.#isBomPossible = false;
    if (marked === BOM.length) this.#gaps.push({ at: 0, removed: BOM.length });
    // Half a mark is no UTF-8, and is found to be none with the rest.
    else this.#envelope.append(BOM.subarray(0, marked));
    return at;
  }

  #readEnvelope(chunk: Uint8Array, from: number): number {
    let kept = from;
    const keep = (until: number): void => {
      this.#keepEnvelope(chunk.subarray(kept, until));
      kept = until;
    };
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.#isInString) {
        if (this.#isAfterBackslash) this.#isAfterBackslash = false;
        else if (byte === BACKSLASH) this.#isAfterBackslash = true;
        else if (byte === QUOTE) {
          this.#isInString = false;
          this.#stringEnd = this.#envelope.length + at - kept + 1;
        }
        continue;
      }
      if (byte === QUOTE) {
        this.#isInString = true;
        this.#stringStart = this.#envelope.length + at - kept;
      } else if (byte === COLON) {
        keep(at);
        this.#names[this.#depth] = this.#lastString();
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        const list = byte === OPEN_ARRAY ? listAt(this.#names, this.#depth) : undefined;
        this.#depth += 1;
        this.#names[this.#depth] = undefined;
        if (this.#depth > this.#limits.depthMax) {
          keep(at + 1);
          throw this.#envelopeFault();
        }
        if (list === undefined) continue;
        keep(at + 1);
        this.#openList(list);
        return at + 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#depth -= 1;
    }
    keep(chunk.length);
    return chunk.length;
  }

  #keepEnvelope(bytes: Uint8Array): void {
    if (this.#envelope.length + bytes.length > this.#limits.headerBytesMax) {
      const what = { en: 'The document around its events', zh: '文档中事件以外的部分' };
      throw tooLarge(what, this.#limits.headerBytesMax, { pointer: '' });
    }
    this.#envelope.append(bytes);
  }

  /** The string before a colon; undefined for one too long or too deep to be a name that matters. */
  #lastString(): string | undefined {
    const length = this.#stringEnd - this.#stringStart;
    if (this.#depth > 4 || length < 2 || length > 200) return undefined;
    const text = new TextDecoder().decode(this.#envelope.view().subarray(this.#stringStart, this.#stringEnd));
    try {
      const name: unknown = JSON.parse(text);
      return typeof name === 'string' ? name : undefined;
    } catch {
      return undefined; // the envelope is parsed as a whole at the end, and found wanting there
    }
  }

  #openList(list: EventList): void {
    this.#listStart = this.#index;
    this.#list = list;
    this.#mode = 'gap';
    this.#gapState = 'first';
  }

  #readGap(chunk: Uint8Array, from: number): number {
    let at = from;
    while (at < chunk.length && isSpace(chunk[at])) at += 1;
    if (at === chunk.length) return at;
    const byte = chunk[at];
    if (byte === CLOSE_ARRAY && this.#gapState !== 'after-comma') {
      this.#mode = 'envelope';
      const removed = this.#before + at - this.#envelope.length;
      this.#gaps.push({ at: this.#envelope.length, removed });
      return at;
    }
    if (byte === COMMA && this.#gapState === 'after-element') {
      this.#gapState = 'after-comma';
      return at + 1;
    }
    if (this.#gapState === 'after-element' || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      throw this.#gapFault(chunk, at);
    }
    this.#mode = 'element';
    this.#slice = openSlice(byte, this.#limits.depthMax - this.#depth);
    this.#element.clear();
    this.#elementStart = this.#before + at;
    return at;
  }

  #gapFault(chunk: Uint8Array, at: number): ScanFault {
    const expected =
      this.#gapState === 'after-element' ? { en: '"," or "]"', zh: '"," 或 "]"' } : { en: 'an event', zh: '事件' };
    const pointer = this.#elementPointer();
    const value = syntaxExcerpt(new TextDecoder().decode(chunk.subarray(at, at + 60)));
    return new ScanFault(
      finding({ rule: 'json.syntax', pointer, value, params: { expected, offset: this.#before + at } }),
    );
  }

  #readElement(chunk: Uint8Array, from: number, events: ScannedEvent[]): number {
    const to = advanceSlice(this.#slice, chunk, from);
    const piece = chunk.subarray(from, to);
    if (this.#element.length + piece.length > this.#limits.eventBytesMax) {
      const place = { pointer: this.#elementPointer(), eventIndex: this.#index };
      throw tooLarge({ en: 'An event', zh: '单个事件' }, this.#limits.eventBytesMax, place);
    }
    if (this.#slice.commas + this.#slice.colons > EVENT_VALUES_MAX) {
      const place = { pointer: this.#elementPointer(), eventIndex: this.#index };
      throw new ScanFault(finding({ rule: 'json.too-many-values', ...place, params: { max: EVENT_VALUES_MAX } }));
    }
    // Most events stand in one chunk whole, and are read there.
    const isWhole = this.#element.length === 0 && this.#slice.outcome === 'ended';
    if (!isWhole) this.#element.append(piece);
    const bytes = isWhole ? piece : this.#element.view();
    if (this.#slice.outcome === 'too-deep') throw this.#elementFault(bytes);
    if (this.#slice.outcome === 'ended') {
      const { colons, hasEscapes } = this.#slice;
      const { pointer, ...place } = this.#elementPlace();
      events.push({ index: this.#index, pointer, ...checkText({ bytes, colons, hasEscapes }, { pointer, ...place }) });
      this.#index += 1;
      this.#mode = 'gap';
      this.#gapState = 'after-element';
    }
    return to;
  }

  /** Of the element that is being read, or would stand next. */
  #elementPointer(): string {
    return `${this.#list?.pointer ?? ''}/${this.#index - this.#listStart}`;
  }

  #elementPlace() {
    return {
      pointer: this.#elementPointer(),
      byteOffset: this.#elementStart,
      depth: this.#depth,
      depthMax: this.#limits.depthMax,
      eventIndex: this.#index,
    };
  }

  /** What is wrong with an element that has no end: it breaks off, goes too deep, or is no JSON before that. */
  #elementFault(bytes: Uint8Array): ScanFault {
    return faultOf(() => checkText({ bytes }, this.#elementPlace()));
  }

  #envelopeFault(): ScanFault {
    return faultOf(() => this.end());
  }
}

/** The fault that reading must end in. */
function faultOf(read: () => unknown): ScanFault {
  try {
    read();
  } catch (error) {
    if (error instanceof ScanFault) return error;
    throw error;
  }
  return new ScanFault(finding({ rule: 'json.truncated', pointer: '', params: { offset: 0 } }));
}

function tooLarge(
  what: { en: string; zh: string },
  max: number,
  place: { readonly pointer: string; readonly eventIndex?: number },
): ScanFault {
  return new ScanFault(finding({ rule: 'json.too-large', ...place, params: { what, max } }));
}
