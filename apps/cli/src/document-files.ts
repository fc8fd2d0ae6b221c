import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Binding,
  createDocumentScanner,
  createXmlScanner,
  type DocumentScanner,
  looksLikeXml,
} from '@suyuan/epcis';
import { Refused } from './command.ts';

/** The EPCIS documents, in JSON or XML, among files and folders, in order of their names; folders are searched through. */
export function documentFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw new Refused(`找不到 ${path} · there is no ${path}`);
    if (!stat.isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(json|jsonld|xml)$/i.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}

const START_BYTES = 200; // a declaration, spaces and the first tag

/** Whether a file is JSON or XML, by how it begins. */
export function bindingOfFile(file: string): Binding {
  const start = new Uint8Array(START_BYTES);
  const handle = openSync(file, 'r');
  try {
    return looksLikeXml(start.subarray(0, readSync(handle, start))) ? 'xml' : 'json';
  } finally {
    closeSync(handle);
  }
}

export function scannerFor(binding: Binding): DocumentScanner {
  return binding === 'xml' ? createXmlScanner() : createDocumentScanner();
}
