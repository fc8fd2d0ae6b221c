/** What a file is by what stands in it; its name is not asked. */
import type { FileHandle } from 'node:fs/promises';
import { Problem } from '@suyuan/api';

const HEAD_BYTES = 4096;

const startsWith = (head: Buffer, signature: string): boolean =>
  head.subarray(0, signature.length).toString('latin1') === signature;

/** Files that hold no cells. */
const NO_TABLES: readonly (readonly [signature: string, kind: string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['BM', 'BMP'],
  ['RIFF', 'WebP'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gzip'],
];

/** @throws Problem `table.empty`, `table.save-as`, `table.encrypted`, `table.no-table` */
export async function toldKind(file: FileHandle): Promise<'workbook' | 'text'> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  if (bytesRead === 0) throw new Problem('table.empty');
  if (startsWith(head, 'PK')) return 'workbook';
  if (startsWith(head, '\xd0\xcf\x11\xe0')) throw await ofOle(file, head);
  const [, kind] = NO_TABLES.find(([signature]) => startsWith(head, signature)) ?? [];
  // Two letters may also begin a table of texts; pictures have zeros at once.
  if (kind !== undefined && (kind !== 'BMP' || head.subarray(0, 64).includes(0))) {
    throw new Problem('table.no-table', { kind });
  }
  // What systems call `.xls` is often a page of the web, or Excel's XML of 2003.
  if (/^(\ufeff|ï»¿)?\s*<(!doctype|html|head|meta|table|style|\?xml)/i.test(head.toString('latin1'))) {
    throw new Problem('table.save-as', { kind: 'HTML / XML' });
  }
  return 'text';
}

/** An old document of Office (MS-CFB): its first sector of names stands where the header says. */
async function ofOle(file: FileHandle, head: Buffer): Promise<Problem> {
  if (head.length < 512) return new Problem('table.unreadable');
  const at = (head.readUInt32LE(48) + 1) * 2 ** Math.min(12, head.readUInt16LE(30));
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, at);
  const names = buffer.subarray(0, bytesRead).toString('utf16le');
  if (/EncryptedPackage|EncryptionInfo|DataSpaces/.test(names)) return new Problem('table.encrypted');
  if (names.includes('WordDocument')) return new Problem('table.no-table', { kind: 'Word (.doc)' });
  return new Problem('table.save-as', { kind: '.xls' });
}

/** Of an archive without the parts of an .xlsx workbook. */
export function ofArchive(names: Iterable<string>): Problem {
  const all = [...names];
  const has = (start: string): boolean => all.some((name) => name.startsWith(start));
  if (has('xl/workbook.bin')) return new Problem('table.save-as', { kind: '.xlsb' });
  if (has('META-INF/manifest.xml') && has('content.xml')) return new Problem('table.save-as', { kind: '.ods' });
  if (has('Index/')) return new Problem('table.save-as', { kind: '.numbers' });
  if (has('word/')) return new Problem('table.no-table', { kind: 'Word (.docx)' });
  if (has('ppt/')) return new Problem('table.no-table', { kind: 'PowerPoint (.pptx)' });
  return new Problem('table.no-table', { kind: 'ZIP' });
}
