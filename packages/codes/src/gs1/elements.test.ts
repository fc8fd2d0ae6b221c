import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  APPLICATION_IDENTIFIERS,
  checkElements,
  checkPair,
  elementsIn,
  formatBracketed,
  formatScanned,
  GS1_SCHEMES,
  gs1CheckDigit,
  hasValidCheckPair,
  readCode,
  refuseElement,
  splitElements,
} from '../index.ts';
import { checkNamed } from './ai-checks.ts';
import { TABLE } from './application-identifiers-table.ts';

const GTIN = '06951181105326';

describe('the table', () => {
  test('has every identifier that is assigned, each with a name in both languages', () => {
    expect(APPLICATION_IDENTIFIERS.size).toBe(541);
    for (const { ai, title, name } of APPLICATION_IDENTIFIERS.values()) {
      expect(name.zh, ai).toMatch(/\p{Script=Han}/u);
      expect(name.en, ai).not.toMatch(/\p{Script=Han}/u);
      if (!ai.startsWith('811')) expect(title, ai).not.toBe('');
    }
  });

  test('names no check that there is none of', () => {
    for (const [, name = ''] of TABLE.matchAll(/:([a-z0-9-]+)/g)) {
      expect(checkNamed(name), name).not.toBe(checkNamed('no such check'));
      expect(checkNamed(name).toString(), name).not.toBe(checkNamed('no such check').toString());
    }
  });

  test('identifiers of predefined length are those of the General Specifications', () => {
    const starts = new Set(
      [...APPLICATION_IDENTIFIERS.values()].filter(({ isFixed }) => isFixed).map(({ ai }) => ai.slice(0, 2)),
    );
    const published = '00 01 02 03 11 12 13 15 16 17 20 31 32 33 34 35 36 41'.split(' ');
    expect([...starts].sort()).toEqual(published);
  });
});

describe('values', () => {
  const good: readonly (readonly [ai: string, value: string])[] = [
    ['17', '261231'],
    ['17', '260200'],
    ['7003', '2612312359'],
    ['8008', '26123108'],
    ['8008', '261231083059'],
    ['422', '156'],
    ['423', '156036'],
    ['3103', '001500'],
    ['3922', '1250'],
    ['3912', '156001250'],
    ['4309', '02790858483015297971'],
    ['8003', `0${'690123411111'}${gs1CheckDigit('690123411111')}A1`],
    ['8006', `${GTIN}0102`],
    ['8007', 'GB82WEST12345698765432'],
    ['8013', '1987654Ad4X4bL5ttr2310c2K'],
    ['8030', 'AbC_-='],
    ['7040', '1ABC'],
    ['7258', '1/2'],
    ['4331', '000250-'],
    ['4321', '1'],
    ['99', 'x'],
  ];
  test.each(good)('(%s)%s is well-formed', (ai, value) => {
    expect(refuseElement(ai, value)).toBeUndefined();
  });

  const bad: readonly (readonly [ai: string, value: string, reason: string])[] = [
    ['17', '261301', 'date'],
    ['17', '260230', 'date'],
    ['17', '2612', 'length'],
    ['17', '2612311', 'length'],
    ['17', '26123A', 'alphabet'],
    ['7006', '260200', 'date'],
    ['7003', '2612312460', 'date'],
    ['8008', '26123124', 'date'],
    ['422', '999', 'registry'],
    ['3912', '000001250', 'registry'],
    ['4307', 'XX', 'registry'],
    ['4309', '18000000013015297971', 'registry'],
    ['8003', '16951181105326', 'alphabet'],
    ['8004', '1234', 'length'],
    ['7040', 'AAAA', 'alphabet'],
    ['8006', `${GTIN}0201`, 'registry'],
    ['8006', `${GTIN}0002`, 'registry'],
    ['8007', 'GB82WEST12345698765433', 'check-digit'],
    ['8013', '1987654Ad4X4bL5ttr2310c2L', 'check-digit'],
    ['8030', 'a+b', 'alphabet'],
    ['7258', '3/2', 'registry'],
    ['4331', '000250+', 'registry'],
    ['4321', '2', 'registry'],
    ['10', '', 'length'],
    ['10', 'x'.repeat(21), 'length'],
    ['10', '批', 'alphabet'],
    ['21', 'A B', 'alphabet'],
    ['05', '1', 'registry'],
    ['01', '06951181105327', 'check-digit'],
    ['8011', '012', 'registry'],
  ];
  test.each(bad)('(%s)%s is refused: %s', (ai, value, reason) => {
    expect(refuseElement(ai, value)).toBe(reason);
  });
});

describe('elements together', () => {
  const faults = (text: string) => checkElements(splitElements(text) ?? []);
  test('what must not stand together is told', () => {
    expect(faults(`(01)${GTIN}(02)${GTIN}(37)5`)).toContainEqual({ ai: '02', reason: 'registry', excludes: '01' });
    expect(faults(`(01)${GTIN}(21)A(235)B`)).toContainEqual({ ai: '21', reason: 'registry', excludes: '235' });
    expect(faults('(3932)156100(3920)100')).toContainEqual({ ai: '3920', reason: 'registry', excludes: '393n' });
  });
  test('what is missing is told', () => {
    expect(faults('(10)L1')).toEqual([{ ai: '10', reason: 'registry', needs: '01,02,03,8006,8026' }]);
    expect(faults(`(02)${GTIN}`)).toEqual([{ ai: '02', reason: 'registry', needs: '37' }]);
    expect(faults(`(01)${GTIN}(250)A`)).toEqual([{ ai: '250', reason: 'registry', needs: '01+21,03+21,8006+21' }]);
    expect(faults(`(01)${GTIN}(21)S(250)A`)).toEqual([]);
    expect(faults(`(01)${GTIN}(3103)001500(10)L(17)261231`)).toEqual([]);
  });

  test('a link gives its key, qualifiers and attributes', () => {
    const found = elementsIn(`https://example.cn/t/gtin/6951181105326/lot/A%2FB?17=261331&x=1&3103=000500`);
    expect(found?.elements.map(({ ai, value }) => [ai, value])).toEqual([
      ['01', GTIN],
      ['10', 'A/B'],
      ['17', '261331'],
      ['3103', '000500'],
    ]);
    expect(found?.faults).toEqual([{ ai: '17', reason: 'date' }]);
    expect(elementsIn('https://example.cn/shop/3')).toBeUndefined();
    expect(elementsIn('hello')).toBeUndefined();
  });
});

test('elements come back from brackets and from a scan, whatever their order', () => {
  const text = (max: number) => fc.string({ unit: fc.constantFrom(...'ABC-019_/!'), minLength: 1, maxLength: max });
  const list = fc.record({ lot: text(20), serial: text(20), weight: fc.stringMatching(/^\d{6}$/), note: text(30) });
  fc.assert(
    fc.property(list, ({ lot, serial, weight, note }) => {
      const elements = [
        { ai: '01', value: GTIN },
        { ai: '10', value: lot },
        { ai: '3103', value: weight },
        { ai: '21', value: serial },
        { ai: '240', value: note },
      ];
      expect(splitElements(formatBracketed(elements))).toEqual(elements);
      const scanned = splitElements(`]d2${formatScanned(elements)}`) ?? [];
      expect([...scanned].sort((a, b) => a.ai.localeCompare(b.ai))).toEqual(
        [...elements].sort((a, b) => a.ai.localeCompare(b.ai)),
      );
    }),
  );
});

describe('the check character pair', () => {
  test('is that of published model numbers', () => {
    expect(checkPair('1987654Ad4X4bL5ttr2310c')).toBe('2K');
    expect(checkPair('6901234GS1-China1234567')).toBe('EH');
    expect(checkPair('6901234GS1-China123')).toBe('5R');
  });
  test('catches every wrong character and every adjacent transposition', () => {
    const code = '6901234GS1-China1235R';
    for (let at = 0; at < code.length; at += 1) {
      for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef') {
        if (other === code.charAt(at)) continue;
        expect(hasValidCheckPair(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
      }
      const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
      if (at + 1 < code.length && swapped !== code) expect(hasValidCheckPair(swapped), swapped).toBe(false);
    }
    expect(checkPair('x'.repeat(24))).toBeUndefined();
    expect(checkPair('批')).toBeUndefined();
  });
});

test('the examples of each GS1 scheme are one thing each, of that scheme', () => {
  for (const { id, ai, names, examples } of GS1_SCHEMES) {
    expect(examples.length, id).toBeGreaterThan(1);
    const readings = examples.map((each) => readCode(each.startsWith('/') ? `https://id.gs1.org${each}` : each));
    for (const reading of readings) expect(reading).toMatchObject({ wellFormed: true, kind: id });
    expect(new Set(readings.map(({ canonical: one }) => one)).size, id).toBe(1);
    expect(readings[0]?.canonical, id).toContain(`/${ai}/`);
    // A component or piece with a serial is one of them.
    if (!['cpid', 'itip'].includes(id)) expect(readings[0]?.names, id).toBe(names);
  }
});
