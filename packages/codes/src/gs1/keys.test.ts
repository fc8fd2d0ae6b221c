import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APPLICATION_IDENTIFIERS, canonical, elementsIn, readCode } from '../index.ts';
import { TABLE } from './application-identifiers-table.ts';
import { KEYS, QUALIFIERS } from './keys.ts';

const GTIN = '06951181105326';

/** Well-formed and broken values of keys and qualifiers, written from the General Specifications. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '00': ['069012340000000016', '069012340000000017'],
  '01': [GTIN, '6951181105326', '96385074', '06951181105327', 'p'],
  '253': ['6901234555554A1', '6901234555554', '6901234555555A1'],
  '255': ['69012345555541', '6901234555554A'],
  '401': ['6901234A1', '1234'],
  '402': ['69012340000000016', '1'],
  '414': ['6901234000023', '6901234000024'],
  '415': ['6901234000023', '6901234000024'],
  '417': ['6901234000023', 'summer'],
  '8003': ['06901234111118A1', '16901234111118A1'],
  '8004': ['6901234A1', 'hello-world'],
  '8006': ['069511811053260102', '069511811053260201'],
  '8010': ['6901234A-1', '6901234a'],
  '8013': ['6901234GS1-China1235R', '6901234GS1-China1235S'],
  '8017': ['690123400000000018', '690123400000000019'],
  '8018': ['690123400000000018', ''],
  '10': ['L1', 'L;2', '%ZZ'],
  '21': ['S1', 'S2', 'A B'],
  '22': ['V1'],
  '235': ['TP-1'],
  '254': ['E1', '0'],
  '7040': ['1ABC', 'AAAA'],
  '8011': ['5', '05'],
  '8019': ['3', 'x'],
  '8020': ['R1'],
};

/** The rows of the table that begin a link, read without the code under test. */
const keyRows = TABLE.trim()
  .split('\n')
  .map((row) => row.split(' ; '))
  .flatMap(([ai = '', , , associations = '']) => {
    const word = associations.split(' ').find((each) => each.startsWith('key='));
    return word === undefined ? [] : [{ ai, sequences: word.slice(4).split('|') }];
  });

test('the keys, their qualifiers and the order of them are those of the table', () => {
  expect(KEYS.map(({ ai, sequences }) => ({ ai, sequences: sequences.map((each) => each.join(',')) }))).toEqual(
    keyRows,
  );
  for (const { ai, alias, kind, qualifiers } of KEYS) {
    expect([alias, kind], ai).not.toContain(ai);
    for (const qualifier of qualifiers) expect(QUALIFIERS.has(qualifier), `${ai} ${qualifier}`).toBe(true);
  }
});

const written = (ai: string) => fc.constantFrom(...(VALUES[ai] ?? [])).map((value) => ({ ai, value }));
const qualifierPairs = fc.constantFrom(...QUALIFIERS.keys()).chain(written);
const anyLink = fc
  .record({
    host: fc.constantFrom('https://id.gs1.org', 'https://example.com', 'http://example.cn/gtin/p', 'https://a.cn/01/1'),
    key: fc.constantFrom(...KEYS.map(({ ai }) => ai)).chain(written),
    path: fc.array(qualifierPairs, { maxLength: 4 }),
    query: fc.array(qualifierPairs, { maxLength: 2 }),
  })
  .map(({ host, key, path, query }) => {
    const segments = [key, ...path].map(({ ai, value }) => `/${ai}/${value}`).join('');
    const parameters = query.map(({ ai, value }) => `${ai}=${value}`).join('&');
    return `${host}${segments}${parameters === '' ? '' : `?${parameters}`}`;
  });

describe('for any key with any qualifiers', () => {
  test('what a link is read as, and the elements in it with what is wrong, are one', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyLink, (link) => {
        const reading = readCode(link);
        const found = elementsIn(link);
        if (reading.scheme === 'unknown') {
          seen.add('unknown');
          expect(found).toBeUndefined();
          return;
        }
        // What is missing beside a qualifier may be on another symbol of the same thing.
        const faults = found?.faults.filter(({ needs }) => needs === undefined) ?? [];
        const carried = found?.elements.map(({ value }) => value) ?? [];
        seen.add(`${reading.wellFormed}`);
        if (reading.wellFormed) {
          const named = canonical(link).split('/').slice(3).map(decodeURIComponent);
          for (const [i, each] of named.entries()) {
            if (i % 2 === 1) expect(carried).toContain(each);
            else expect(found?.elements.map(({ ai }) => ai)).toContain(each);
          }
        }
        // An identifier that the key does not take describes; the link names the thing even where it is broken.
        const key = KEYS.find(({ ai }) => ai === found?.elements[0]?.ai);
        const isOwn = (ai: string): boolean => ai === key?.ai || key?.qualifiers.includes(ai) === true;
        const own = faults.filter(({ ai, excludes = ai }) => isOwn(ai) && isOwn(excludes));
        if (!reading.wellFormed) expect(faults).not.toEqual([]);
        else expect(own).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
    expect([...seen].sort()).toEqual(['false', 'true', 'unknown']);
  });

  test('a link in the order of the table and its element string are read alike', () => {
    const inOrder = fc.constantFrom(...KEYS).chain((key) =>
      fc.record({
        key: written(key.ai),
        qualifiers: fc.subarray([...key.qualifiers]).chain((ais) => fc.tuple(...ais.map(written))),
      }),
    );
    fc.assert(
      fc.property(inOrder, ({ key, qualifiers }) => {
        const all = [key, ...qualifiers];
        const link = readCode(`https://id.gs1.org${all.map(({ ai, value }) => `/${ai}/${value}`).join('')}`);
        const plain = readCode(all.map(({ ai, value }) => `(${ai})${value}`).join(''));
        // Beside a third party's serial, a lot in an element string describes; a path has no place for it.
        const isLotBesideThird = ['10', '22'].some((ai) => all.some((each) => each.ai === ai));
        if (all.some(({ ai }) => ai === '235') && isLotBesideThird) return;
        if (all.some(({ value }) => value === '%ZZ' || value === '')) return;
        expect([plain.wellFormed, plain.refusal]).toEqual([link.wellFormed, link.refusal]);
        expect(plain.scheme).toBe(link.scheme);
        if (link.wellFormed && link.scheme === 'gs1') expect(plain.canonical).toBe(link.canonical);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('faults name what is in the way', () => {
  const faults = (text: string) => elementsIn(text)?.faults;
  test('two values of one identifier', () => {
    const doubled = [{ ai: '21', reason: 'registry', values: ['S1', 'S2'] }];
    expect(faults(`https://example.com/01/${GTIN}/21/S1?21=S2`)).toEqual(doubled);
    expect(faults(`https://example.com/01/${GTIN}/21/S1/21/S2`)).toEqual(doubled);
    expect(faults(`(01)${GTIN}(21)S1(21)S2`)).toEqual(doubled);
    expect(faults(`https://example.com/01/${GTIN}?17=271231&17=281231`)).toEqual([
      { ai: '17', reason: 'registry', values: ['271231', '281231'] },
    ]);
  });

  test('qualifiers of which the table has only one or the other', () => {
    const excludes = [{ ai: '21', reason: 'registry', excludes: '235' }];
    expect(faults(`https://example.com/01/${GTIN}/21/S1/235/T`)).toEqual(excludes);
    expect(faults(`(01)${GTIN}(21)S1(235)T`)).toEqual(excludes);
    const place = [{ ai: '254', reason: 'registry', excludes: '7040' }];
    expect(faults('https://example.com/414/6901234000023/254/E/7040/1ABC')).toEqual(place);
    expect(faults('(414)6901234000023(254)E(7040)1ABC')).toEqual(place);
    expect(faults(`https://example.com/01/${GTIN}/10/L/235/T`)).toEqual([
      { ai: '10', reason: 'registry', excludes: '235' },
    ]);
  });

  test('the last key of a path is the one', () => {
    expect(elementsIn(`https://example.cn/gtin/p/01/${GTIN}`)?.elements.map(({ ai, value }) => [ai, value])).toEqual([
      ['01', GTIN],
    ]);
    expect(APPLICATION_IDENTIFIERS.get('01')?.sequences).toEqual([['22', '10', '21'], ['235']]);
  });
});
