/** Workbooks as Excel writes them, put together and read by hand: by other means than the product's. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const column = (index: number): string => String.fromCharCode(65 + index);
const text = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A cell is a text, or its XML where it begins with `<c`. */
export function workbook(rows: readonly (readonly string[])[], more = ''): Buffer {
  const data = rows.map((row, r) => {
    const cells = row.map((cell, c) =>
      cell.startsWith('<c')
        ? cell.replace('<c', `<c r="${column(c)}${r + 1}"`)
        : cell === ''
          ? ''
          : `<c r="${column(c)}${r + 1}" t="inlineStr"><is><t>${text(cell)}</t></is></c>`,
    );
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  return zip(parts(`<worksheet><sheetData>${data.join('')}</sheetData>${more}</worksheet>`));
}

const TIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const parts = (sheet: string | Buffer): Record<string, string | Buffer> => ({
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${TIES}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/sharedStrings.xml':
    '<sst><si><r><t>富文本</t></r><r><rPr><b/></rPr><t>店</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si></sst>',
  'xl/worksheets/sheet1.xml': sheet,
});

/** `said`: what the archive says that a part inflates to, where it lies. */
export function zip(of: Readonly<Record<string, string | Buffer>>, said?: number): Buffer {
  let at = 0;
  const [bodies, entries]: [Buffer[], Buffer[]] = [[], []];
  for (const [name, content] of Object.entries(of)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    bodies.push(head, Buffer.from(name), packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(said ?? bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** The texts of the first sheet, cell by cell, of a workbook that the product wrote. */
export function textsOf(file: Buffer): readonly string[] {
  return [...sheetOf(file).matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, found = '']) => found);
}

export interface ReadCell {
  /** `inlineStr` of a text; none of a number. */
  readonly type: string | undefined;
  readonly value: string;
}

/** The rows of the first sheet, each by the letters of its columns. */
export function* rowsOf(file: Buffer): Generator<ReadonlyMap<string, ReadCell>> {
  for (const [, row = ''] of sheetOf(file).matchAll(/<row [^>]*>(.*?)<\/row>/gs)) {
    const cells = [...row.matchAll(/<c r="([A-Z]+)\d+"(?: t="(\w+)")?[^>]*>.*?<(?:t|v)\b[^>]*>([^<]*)</gs)];
    yield new Map(cells.map(([, name = '', type, value = '']) => [name, { type, value }]));
  }
}

function sheetOf(file: Buffer): string {
  const entry = file.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
  const at = file.readUInt32LE(entry + 42);
  const begins = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const bytes = file.subarray(begins, begins + file.readUInt32LE(entry + 20));
  return (file.readUInt16LE(entry + 10) === 0 ? bytes : inflateRawSync(bytes)).toString();
}
