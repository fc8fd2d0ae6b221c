import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { READER_BYTES } from './reader-bytes.ts';

test('the length by which progress is told is that of the file', () => {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  expect(READER_BYTES).toBe(statSync(file).size);
});
