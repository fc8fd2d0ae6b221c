/** The byte budget of the public pages: a page must open on a slow village line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const SCRIPT_GZIP_MAX = 50 * 1024;

/** Bytes gzipped of each file; throws when there is no script or more than the budget. */
export function checkSize(assetsDir: string): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {};
  let script = 0;
  for (const name of readdirSync(assetsDir).sort()) {
    const bytes = gzipSync(readFileSync(join(assetsDir, name))).length;
    sizes[name] = bytes;
    if (name.endsWith('.js')) script += bytes;
  }
  if (script === 0 || script > SCRIPT_GZIP_MAX) {
    throw new Error(`script: ${script} bytes gzipped; there must be some, and at most ${SCRIPT_GZIP_MAX}`);
  }
  return sizes;
}
