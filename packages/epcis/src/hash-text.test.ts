import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContext } from './context.ts';
import { eventPreHash } from './hash.ts';
import { decimal, sortedByCodePoint } from './hash-text.ts';

describe('order', () => {
  const byBytes = (texts: readonly string[]): string[] =>
    texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  // The last before and the first after the surrogates, and the first and last that need them.
  const characters = [
    'a',
    'b',
    '源',
    '\ud7ff',
    '\ue000',
    '\uffee',
    '\u{10000}',
    '\u{103ff}',
    '\u{20bb7}',
    '\u{10ffff}',
  ];

  test('is that of the UTF-8 bytes, wherever texts differ and whichever is the longer', () => {
    const text = fc.array(fc.constantFrom(...characters), { maxLength: 4 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        expect(sortedByCodePoint([...texts])).toEqual(byBytes(texts));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['\u{10000}', '\uffee'],
    ['a\u{10000}', 'a\uffee'],
    ['ab\u{10000}', 'ab\uffee'],
    ['\u{10000}a', '\u{10000}'],
    ['\ue000\u{20bb7}', '\ue000源'],
  ])('%j stands behind %j', (later, earlier) => {
    expect(sortedByCodePoint([later, earlier])).toEqual([earlier, later]);
    expect(sortedByCodePoint([earlier, later])).toEqual([earlier, later]);
  });
});

describe('numbers', () => {
  test('keep their sign when their exponent goes', () => {
    expect(['-1.5e3', '+1.5e3', '-5E-3'].map(decimal)).toEqual(['-1500', '1500', '-0.005']);
  });

  test('of 400 characters are written anew, longer ones stay as they are', () => {
    expect(decimal(`${'0'.repeat(399)}1`)).toBe('1');
    expect(decimal(`${'0'.repeat(400)}1`)).toBe(`${'0'.repeat(400)}1`);
  });
});

test('of a code that names something finer than the standard lists, the key alone is written', () => {
  const event = { type: 'ObjectEvent', epcList: ['https://id.gs1.org/01/06901234567892/22/2A'] };
  expect(eventPreHash(event, readContext(undefined))).toBe(
    'eventType=ObjectEventepcListepc=https://id.gs1.org/01/06901234567892',
  );
});

test('a place that is written as a text is the place that is written as an object', () => {
  const at = (readPoint: unknown): string => eventPreHash({ type: 'ObjectEvent', readPoint }, readContext(undefined));
  expect(at('urn:epc:id:sgln:0614141.00777.0')).toBe(at({ id: 'urn:epc:id:sgln:0614141.00777.0' }));
  expect(at('urn:epc:id:sgln:0614141.00777.0')).toContain('readPointid=https://id.gs1.org/414/0614141007776');
});

test('what is no event has nothing to be hashed', () => {
  for (const raw of [undefined, null, 'text', 1, []]) expect(eventPreHash(raw, readContext(undefined))).toBe('');
});
