import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitText } from '../codes.fixture.ts';
import { formatDigitalLink } from './digital-link.ts';
import { parseEpcUrn } from './epc-urn.ts';
import { plainUrn } from './plain-urn.ts';

const start = fc.constantFrom(
  'urn:epc:id:sgtin:',
  'urn:epc:class:lgtin:',
  'urn:epc:id:sscc:',
  'urn:epc:id:sgln:',
  'urn:epc:id:grai:',
  'urn:epc:idpat:sgtin:',
  'URN:EPC:ID:SGTIN:',
);
const last = fc.oneof(
  fc.constantFrom('', '.', '.0', '.*', '..', '.S-1.2'),
  fc.string({ unit: fc.constantFrom(...'.AZaz09-_/%!'), maxLength: 23 }),
);
const urn = fc
  .tuple(
    start,
    fc.constantFrom(12, 13, 17, 11, 14),
    fc.integer({ min: 4, max: 14 }),
    fc.constantFrom('', '', '', 'x', '9'),
  )
  .chain(([head, count, prefix, stray]) => {
    const body = digitText(count).map((digits) => `${digits.slice(0, prefix)}${stray}.${digits.slice(prefix)}`);
    return fc.tuple(body, last).map(([fields, tail]) => head + fields + tail);
  });

test('reads no URN otherwise than the parser', () => {
  let read = 0;
  fc.assert(
    fc.property(urn, (text) => {
      const plain = plainUrn(text);
      if (plain === undefined) return;
      read += 1;
      const parsed = parseEpcUrn(text);
      expect(parsed?.ok && formatDigitalLink(parsed.value)).toBe(plain);
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(100);
});

test.each([
  ['urn:epc:id:sgtin:6901234.000001.S1', 'https://id.gs1.org/01/06901234000016/21/S1'],
  ['urn:epc:class:lgtin:6901234.000001.L-1.2', 'https://id.gs1.org/01/06901234000016/10/L-1.2'],
  ['urn:epc:id:sscc:6901234.0000000001', 'https://id.gs1.org/00/069012340000000016'],
  ['urn:epc:id:sgln:6901234.00001.0', 'https://id.gs1.org/414/6901234000016'],
  ['urn:epc:id:sgln:6901234.00001.A1', 'https://id.gs1.org/414/6901234000016/254/A1'],
])('%s', (text, link) => {
  expect(plainUrn(text)).toBe(link);
});

test.each([
  'urn:epc:id:sgtin:6901234.00001.S1',
  'urn:epc:id:sgtin:69012.00000001.S1',
  'urn:epc:id:sgtin:6901234.000001.',
  'urn:epc:id:sgtin:6901234.000001.S%2F1',
  'urn:epc:id:sscc:6901234.00000000012',
  'urn:epc:id:sgln:6901234.00001',
])('leaves %s to the parser', (text) => {
  expect(plainUrn(text)).toBeUndefined();
});
