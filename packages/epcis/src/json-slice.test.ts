import { expect, test } from 'vitest';
import { advanceSlice, openSlice } from './json-slice.ts';

const sliceOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const slice = openSlice(bytes[0], 64);
  const end = advanceSlice(slice, bytes, 0);
  return { ...slice, text: new TextDecoder().decode(bytes.subarray(0, end)) };
};

test.each([
  ['{"a":{"b:":[":",1]},"c\\":":2}, {}', '{"a":{"b:":[":",1]},"c\\":":2}', 3, true],
  ['[]]', '[]', 0, false],
  ['"a]:\\"",1', '"a]:\\""', 0, true],
  ['-1.5e3 ,', '-1.5e3', 0, false],
])('of %s the value is %s, with %i names', (text, value, colons, hasEscapes) => {
  // A wrong count would send every sound text to the slow reader, and no other test would notice.
  expect(sliceOf(text)).toMatchObject({ text: value, colons, hasEscapes, outcome: 'ended' });
});

test('a value without its end stays open', () => {
  for (const text of ['{"a":[1]', '"a\\"', '17', '{"a"']) expect(sliceOf(text).outcome).toBe('open');
});
