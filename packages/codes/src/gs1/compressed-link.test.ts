import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twoSpellings, withCheckDigit } from '../codes.fixture.ts';
import { APPLICATION_IDENTIFIERS, canonical, compress, decompress, elementsIn, equivalents } from '../index.ts';

const pairs = (segment: string) => decompress(segment)?.map(({ ai, value }) => `${ai}=${value}`);

describe('links compressed by others', () => {
  test('are read, with the parameters that are not of GS1', () => {
    expect(pairs('AQnYUc1gmiERBhQ0ytiyZuAGOLc1TQ')).toEqual(['01=05412345000013', '10=ABC&+123', '7003=1903061658']);
    expect(pairs('AQnYUc1gmiERBhQ0ytiyZuAGOLc1TXhXsaXbQKHFuaprwUmrBX6g')).toEqual([
      '01=05412345000013',
      '10=ABC&+123',
      '7003=1903061658',
      'expdt=1903061658',
      'k1=v1',
    ]);
  });

  test('name what the plain link names', () => {
    expect(canonical('https://example.org/AQnYUc1gmiERBhQ0ytiyZuAGOLc1TQ')).toBe(
      'https://id.gs1.org/01/05412345000013/10/ABC%26%2B123',
    );
    expect(canonical('http://example.org/t/AQnYUc1gmiERBhQ0ytiyZuAGOLc1TQ?linkType=all')).toBe(
      'https://id.gs1.org/01/05412345000013/10/ABC%26%2B123',
    );
  });
});

test('the key may stand in the open before what is compressed', () => {
  const rest = compress([
    { ai: '10', value: 'L1' },
    { ai: '17', value: '261231' },
  ]);
  const link = `https://example.org/01/06951181105326/${rest}`;
  expect(canonical(link)).toBe('https://id.gs1.org/01/06951181105326/10/L1');
  expect(elementsIn(link)?.elements.map(({ ai, value }) => [ai, value])).toEqual([
    ['01', '06951181105326'],
    ['10', 'L1'],
    ['17', '261231'],
  ]);
});

test('behind an open key a few characters are enough', () => {
  expect(canonical('https://example.org/01/06951181105326/EGIvU')).toBe('https://id.gs1.org/01/06951181105326/10/L1');
  expect(canonical('https://example.org/EGIvU')).toBe('https://example.org/EGIvU');
});

test('the shortest segments come back', () => {
  for (const [ai, value] of [
    ['8004', '55119'],
    ['401', '12345'],
    ['8010', '1234A'],
    ['253', '6901234555554'],
  ] as const) {
    const segment = compress([{ ai, value }]) ?? '';
    expect(decompress(segment), segment).toEqual([{ ai, value }]);
    expect(canonical(`https://example.org/t/${segment}`)).toBe(`https://id.gs1.org/${ai}/${value}`);
    expect(equivalents(`https://id.gs1.org/${ai}/${value}`)).toContain(`https://id.gs1.org/${segment}`);
  }
  for (const [ai, value] of [
    ['10', '1'],
    ['30', '5'],
    ['37', '8'],
  ] as const) {
    const segment = compress([{ ai, value }]) ?? '';
    expect(decompress(segment), segment).toEqual([{ ai, value }]);
    expect(elementsIn(`https://example.org/01/06951181105326/${segment}`)?.elements.at(-1)).toMatchObject({
      ai,
      value,
    });
    // Without a key they name nothing.
    expect(canonical(`https://example.org/${segment}`)).toBe(`https://example.org/${segment}`);
  }
});

test('what contradicts itself, or passes for what it is not, is no compressed link', () => {
  const key = { ai: '01', value: '06951181105326' };
  const whole = compress([key, { ai: '10', value: 'L1' }]);
  const twoKeys = `https://example.org/01/06901234567892/${whole}`;
  expect(canonical(twoKeys)).toBe(twoKeys);
  // A parameter that calls itself 10, as another program wrote it.
  expect(decompress('AQyk5VxxXeC10YQUAoQ')).toBeUndefined();
  expect(compress([key, { ai: '999', value: 'x' }])).toBeUndefined();
  expect(compress([key, key])).toBeUndefined();
  expect(compress([key, { ai: '10', value: '' }])).toBeUndefined();
  expect(compress([key, { ai: '10', value: 'A B' }])).toBeUndefined();
});

test('the order of the elements makes no difference', () => {
  const elements = [
    { ai: '21', value: 'S1' },
    { ai: '01', value: '06951181105326' },
    { ai: '3103', value: '000500' },
    { ai: '11', value: '261124' },
  ];
  expect(compress(elements)).toBe(compress(elements.toReversed()));
});

test('web addresses are no compressed links', () => {
  for (const segment of [
    'about-us-and-more',
    'AQnYUc1gmiERBhQ0ytiyZuAGOLc1Tx',
    'products',
    'index',
    '2026-11-24',
    'a'.repeat(40),
  ]) {
    expect(decompress(segment), segment).toBeUndefined();
  }
  // Of random segments of twenty characters, next to none have a key with the right check digit and nothing left over.
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
  let state = 20261124;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  };
  const random = Array.from({ length: 20_000 }, () => Array.from({ length: 20 }, () => alphabet[next() % 64]).join(''));
  const links = random.filter(
    (segment) => canonical(`https://example.com/${segment}`) !== `https://example.com/${segment}`,
  );
  expect(links.length).toBeLessThanOrEqual(2);
});

/** A well-formed value of each identifier whose components are free of checks. */
const freeElement = fc
  .constantFrom(
    ...[...APPLICATION_IDENTIFIERS.values()].filter(({ components }) =>
      components.every(({ checks }) => checks.length === 0),
    ),
  )
  .chain(({ ai, components }) =>
    fc
      .tuple(
        ...components.map(({ alphabet, min, max }) =>
          fc.string({
            unit:
              alphabet === 'digits'
                ? fc.constantFrom(...'0123456789')
                : fc.constantFrom(
                    ...'AbZ09-_fF+/('
                      .slice(0, alphabet === 'set82' ? 12 : 8)
                      .replace(alphabet === 'set39' ? /[b_f]/g : /$^/, ''),
                  ),
            minLength: Math.max(1, min),
            maxLength: max,
          }),
        ),
      )
      .map((parts) => ({ ai, value: parts.join('') })),
  );

describe('for any elements', () => {
  test('what is compressed comes back', () => {
    const gtin = fc.stringMatching(/^\d{13}$/).map((body) => ({ ai: '01', value: withCheckDigit(body) }));
    fc.assert(
      fc.property(
        gtin,
        fc.uniqueArray(freeElement, { selector: ({ ai }) => ai, minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (key, more, hasKey) => {
          const elements = hasKey ? [key, ...more] : more;
          const segment = compress(elements);
          expect(segment).toMatch(/^[\w-]+$/);
          const back = new Map(decompress(segment ?? '')?.map(({ ai, value }) => [ai, value]));
          expect(back).toEqual(new Map(elements.map(({ ai, value }) => [ai, value])));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('every GS1 key has a compressed link that names the same', () => {
    fc.assert(
      fc.property(twoSpellings, ({ link }) => {
        const compressed = equivalents(link).find((each) => /^https:\/\/id\.gs1\.org\/[\w-]+$/.test(each));
        expect(canonical(compressed ?? ''), link).toBe(link);
      }),
      { numRuns: 1_000 },
    );
  });

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.base64String(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-D][\w-]{7,60}$/)),
        (text) => {
          for (const { ai, value } of decompress(text) ?? []) expect(`${ai}${value}`).toMatch(/\S/);
        },
      ),
      { numRuns: 5_000 },
    );
    expect(compress([])).toBeUndefined();
    expect(compress([{ ai: '10', value: '批' }])).toBeUndefined();
    expect(compress([{ ai: '01', value: '123' }])).toBeUndefined();
    expect(decompress('A'.repeat(100_000))).toBeUndefined();
  });
});
