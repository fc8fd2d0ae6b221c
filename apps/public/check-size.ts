/** Fails the build when the script of the public pages outgrows its budget: a page must open on a slow village line. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SCRIPT_GZIP_MAX = 50 * 1024;
const folder = new URL('./dist/client/assets/', import.meta.url);

let scriptBytes = 0;
for (const name of readdirSync(folder).sort()) {
  const bytes = gzipSync(readFileSync(new URL(name, folder))).length;
  if (name.endsWith('.js')) scriptBytes += bytes;
  console.log(`${name} ${bytes} bytes gzipped`);
}
if (scriptBytes === 0 || scriptBytes > SCRIPT_GZIP_MAX) {
  console.error(`Script: ${scriptBytes} bytes gzipped; there must be some, and at most ${SCRIPT_GZIP_MAX}`);
  process.exitCode = 1;
}
