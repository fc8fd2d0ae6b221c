import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packFiles } from './pack-files.ts';

test('scripts, styles, drawings and programs have a packed twin each; what is packed or short has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'suyuan-pack-'));
  const long = 'words and more words '.repeat(200);
  for (const name of ['a.js', 'b.css', 'c.svg', 'd.woff2', 'e.wasm']) writeFileSync(join(folder, name), long);
  writeFileSync(join(folder, 'short.js'), 'short');
  await packFiles(folder);
  const twins = ['a.js', 'b.css', 'c.svg', 'e.wasm'].flatMap((name) => [`${name}.br`, `${name}.gz`]);
  expect(readdirSync(folder).sort()).toEqual(
    [...twins, 'a.js', 'b.css', 'c.svg', 'd.woff2', 'e.wasm', 'short.js'].sort(),
  );
  expect(String(brotliDecompressSync(readFileSync(join(folder, 'a.js.br'))))).toBe(long);
  expect(String(gunzipSync(readFileSync(join(folder, 'a.js.gz'))))).toBe(long);
  rmSync(folder, { recursive: true });
});
