/** One pass through the XML of a part (ECMA-376), piece by piece, without prefixes; no entity of its own is ever expanded. */
import { SaxesParser } from 'saxes';
import { unreadable } from './zip-directory.ts';

export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Yields after each piece that was read. @throws Problem `table.unreadable`, also for a document type: no workbook has one */
export async function* xmlPass(pieces: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw unreadable(error);
  });
  parser.on('doctype', () => {
    throw unreadable();
  });
  parser.on('opentag', ({ name, attributes }) => reader.open?.(local(name), attributes));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => reader.close?.(local(name)));
  let decoder: TextDecoder | undefined;
  const decoded = (piece?: Buffer): string => {
    try {
      return decoder?.decode(piece, { stream: piece !== undefined }) ?? '';
    } catch (cause) {
      throw unreadable(cause);
    }
  };
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true });
    parser.write(decoded(piece));
    yield;
  }
  if (decoder === undefined) return;
  parser.write(decoded());
  parser.close();
}

/** The whole of a part that gives no rows. */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  for await (const _ of xmlPass(pieces, reader));
}

/** What Excel cannot write in XML it writes as `_x000D_` (§22.4.2.4). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Runs of one text in several looks are one text; how it is read aloud (`rPh`) is none of it. */
export function textGatherer(charsMax: number) {
  let [text, isText, isAloud] = ['', false, false];
  return {
    open(name: string): void {
      if (name === 'rPh') isAloud = true;
      isText = name === 't' && !isAloud;
    },
    add(more: string): void {
      if (isText && text.length <= charsMax) text += more;
    },
    close(name: string): void {
      isText = false;
      if (name === 'rPh') isAloud = false;
    },
    /** Longer than `charsMax` where it was. */
    take(): string {
      const taken = unescaped(text);
      text = '';
      return taken;
    },
  };
}
