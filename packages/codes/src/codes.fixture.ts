/** Arbitrary GS1 codes, written from the General Specifications without the code under test. */
import fc from 'fast-check';

const SET_82 = [...'!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'];
const SET_39 = [...'#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const DIGITS = [...'0123456789'];

const textOf = (characters: readonly string[], minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });

export const text82 = (maxLength: number): fc.Arbitrary<string> => textOf(SET_82, 1, maxLength);
export const digitText = (minLength: number, maxLength = minLength): fc.Arbitrary<string> =>
  textOf(DIGITS, minLength, maxLength);

/** The check digit, by the other reading of the rule: the least digit that makes the weighted sum a multiple of 10. */
export function withCheckDigit(body: string): string {
  for (let digit = 0; ; digit += 1) {
    const all = [...`${body}${digit}`].reverse().map(Number);
    const sum = all.reduce((total, each, i) => total + (i % 2 === 1 ? 3 * each : each), 0);
    if (sum % 10 === 0) return body + digit;
  }
}

/** A company prefix of GS1 China: the only ones whose length can be told from their digits. */
const chinesePrefix = fc
  .constantFrom<[string, number]>(['690', 7], ['691', 7], ['692', 8], ['696', 8], ['697', 9])
  .chain(([start, length]) => digitText(length - start.length).map((rest) => start + rest));

/** A code as its canonical link, made part by part, and the same as an EPC URN. */
export interface TwoSpellings {
  readonly link: string;
  readonly urn: string;
}

const escapeAll = (text: string): string =>
  [...text].map((c) => (/[\w.~-]/.test(c) ? c : `%${c.charCodeAt(0).toString(16).toUpperCase()}`)).join('');
const escapeUrn = (text: string): string => text.replace(/["#%&/<>?]/g, (c) => escapeAll(c));

interface Shape {
  readonly kind?: 'id' | 'class' | 'idpat';
  readonly scheme: string;
  readonly ai: string;
  readonly digits: number;
  readonly indicator?: boolean;
  readonly zero?: boolean;
  readonly last?: fc.Arbitrary<string>;
  readonly qualifier?: string;
}

const SHAPES: readonly Shape[] = [
  { scheme: 'sgtin', ai: '01', digits: 13, indicator: true, last: text82(20), qualifier: '21' },
  { kind: 'class', scheme: 'lgtin', ai: '01', digits: 13, indicator: true, last: text82(20), qualifier: '10' },
  { scheme: 'upui', ai: '01', digits: 13, indicator: true, last: text82(28), qualifier: '235' },
  { kind: 'idpat', scheme: 'sgtin', ai: '01', digits: 13, indicator: true },
  { scheme: 'sscc', ai: '00', digits: 17, indicator: true },
  { scheme: 'sgln', ai: '414', digits: 12, last: text82(20).filter((each) => each !== '0'), qualifier: '254' },
  { scheme: 'pgln', ai: '417', digits: 12 },
  { scheme: 'grai', ai: '8003', digits: 12, zero: true, last: text82(16) },
  { scheme: 'gdti', ai: '253', digits: 12, last: text82(17) },
  { scheme: 'sgcn', ai: '255', digits: 12, last: digitText(1, 12) },
  { kind: 'idpat', scheme: 'grai', ai: '8003', digits: 12, zero: true },
  { kind: 'idpat', scheme: 'gdti', ai: '253', digits: 12 },
  { scheme: 'gsrn', ai: '8018', digits: 17 },
  { scheme: 'gsrnp', ai: '8017', digits: 17 },
  { scheme: 'gsin', ai: '402', digits: 16 },
];

function spell(shape: Shape, prefix: string, reference: string, last: string): TwoSpellings {
  const body = shape.indicator === true ? reference.charAt(0) + prefix + reference.slice(1) : prefix + reference;
  const key = (shape.zero === true ? '0' : '') + withCheckDigit(body);
  const tail = shape.qualifier === undefined ? escapeAll(last) : `/${shape.qualifier}/${escapeAll(last)}`;
  const end = last !== '' ? `.${escapeUrn(last)}` : shape.kind === 'idpat' ? '.*' : '';
  return {
    link: `https://id.gs1.org/${shape.ai}/${key}${last === '' ? '' : tail}`,
    urn: `urn:epc:${shape.kind ?? 'id'}:${shape.scheme}:${prefix}.${reference}${end}`,
  };
}

const dotted = fc
  .constantFrom(...SHAPES)
  .chain((shape) =>
    fc
      .tuple(chinesePrefix, shape.last ?? fc.constant(''))
      .chain(([prefix, last]) =>
        digitText(shape.digits - prefix.length).map((reference) => spell(shape, prefix, reference, last)),
      ),
  );

const free = fc
  .record({
    scheme: fc.constantFrom(['giai', '8004', SET_82] as const, ['ginc', '401', SET_82] as const),
    prefix: chinesePrefix,
  })
  .chain(({ scheme: [name, ai, characters], prefix }) =>
    textOf(characters, 1, 30 - prefix.length).map((reference) => ({
      link: `https://id.gs1.org/${ai}/${prefix}${escapeAll(reference)}`,
      urn: `urn:epc:id:${name}:${prefix}.${escapeUrn(reference)}`,
    })),
  );

const component = fc
  .record({
    prefix: chinesePrefix,
    reference: textOf(SET_39, 1, 20),
    serial: digitText(1, 12).filter((each) => !each.startsWith('0')),
  })
  .map(({ prefix, reference, serial }) => ({
    link: `https://id.gs1.org/8010/${prefix}${escapeAll(reference)}/8011/${serial}`,
    urn: `urn:epc:id:cpi:${prefix}.${escapeUrn(reference)}.${serial}`,
  }));

export const twoSpellings: fc.Arbitrary<TwoSpellings> = fc.oneof(
  { weight: 6, arbitrary: dotted },
  { weight: 1, arbitrary: free },
  { weight: 1, arbitrary: component },
);

export const gtin: fc.Arbitrary<string> = digitText(13).map(withCheckDigit);

/** Texts that begin like a code of some scheme and go on in any way: lone surrogates, controls and all. */
export const nearCode: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      'https://id.gs1.org/01/06951181105326/10/',
      'https://id.gs1.org/01/0695118110532',
      'https://id.gs1.org/',
      'https://example.com/8004/6901234',
      'http://',
      'urn:epc:id:sgtin:69511811.00532.',
      'urn:epc:id:',
      'urn:epc:idpat:itip:6951',
      '(01)06951181105326(21)',
      '(',
      ']d2',
      '\u001d01',
      '0106951181105326',
      '8',
      '91',
      '',
    ),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.string({ unit: fc.constantFrom('\ud800', '%', '/', '.', '1', '(', '\u001d', '?', '=') }),
    ),
  )
  .map(([start, rest]) => start + rest);
