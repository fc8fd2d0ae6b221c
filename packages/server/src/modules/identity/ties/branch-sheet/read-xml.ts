/** Passes through the XML of a workbook's part (ECMA-376), element by element, with no namespace prefixes. */
import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { unreadable } from './read-zip.ts';

/** Read at a time; in between, the server answers others. */
const PIECE_CHARS = 64 * 1024;

export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws Problem `branch-sheet.unreadable`, also for a document type: no workbook has one */
export async function readXml(bytes: Buffer, reader: XmlReader): Promise<void> {
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
  const text = decoded(bytes);
  for (let from = 0; from < text.length; from += PIECE_CHARS) {
    parser.write(text.slice(from, from + PIECE_CHARS));
    await setImmediate();
  }
  parser.close();
}

function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(cause);
  }
}
