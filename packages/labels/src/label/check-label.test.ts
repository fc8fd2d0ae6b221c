import { describe, expect, test } from 'vitest';
import { checkLabel } from './check-label.ts';
import { aSymbol, aText, VALUES, valuesOf } from './label.fixture.ts';
import { LAYOUTS } from './layouts/index.ts';

const reasons = async (...asked: Parameters<typeof checkLabel>): Promise<readonly string[]> =>
  (await checkLabel(...asked)).map(({ reason }) => reason);

describe('the layouts of the program', () => {
  test.each(LAYOUTS.map((layout) => [layout.id, layout] as const))(
    '%s can be printed, also by a coarse printer',
    async (_id, layout) => {
      expect(await checkLabel(layout, valuesOf(layout))).toEqual([]);
      expect(await checkLabel(layout, valuesOf(layout), 8)).toEqual([]);
    },
  );

  test.each(LAYOUTS.map((layout) => [layout.id, layout] as const))(
    '%s names each field that is missing',
    async (_id, layout) => {
      const asked = layout.fields.filter(({ isOptional }) => isOptional !== true);
      const faults = await checkLabel(layout, {});
      expect(faults.map(({ fields }) => fields)).toEqual(asked.map(({ id }) => [id]));
      expect(faults.every(({ reason }) => reason === 'field-missing')).toBe(true);
    },
  );
});

describe('a label is refused', () => {
  test('for a character that cannot be printed, named with its field', async () => {
    expect(await checkLabel(aText(), { name: '西红柿', note: '甜🍅' })).toEqual([
      {
        reason: 'character',
        item: 0,
        fields: ['note'],
        message: { zh: '字体中没有这些字符：🍅 (U+1F345)', en: 'The typeface has no such character: 🍅 (U+1F345)' },
      },
    ]);
    expect(await checkLabel(aText(), { name: '𬭎、䶮、㛃、𠅤' })).toEqual([]);
  });

  test('for a text that does not fit', async () => {
    expect(await reasons(aText(10), { name: '长'.repeat(80) })).toEqual(['does-not-fit']);
  });

  test('for a wrong check digit of GS1, and for elements that do not go together', async () => {
    const gs1 = aSymbol({ symbology: 'gs1-128', text: '(01){data}' });
    const [fault] = await checkLabel(gs1, { data: '06951181105327' });
    expect(fault).toMatchObject({ reason: 'gs1', fields: ['data'], message: { zh: '(01) 校验位不对' } });
    expect(await reasons(aSymbol({ symbology: 'gs1-128', text: '(10){data}' }), { data: 'A' })).toEqual(['gs1']);
    expect(
      await reasons(aSymbol({ symbology: 'gs1-datamatrix', text: '(01)06951181105326(10){data}' }), { data: '批次' }),
    ).toEqual(['gs1']);
  });

  test('for what a symbology cannot hold', async () => {
    expect(await reasons(aSymbol({ symbology: 'code-128' }), { data: '西红柿' })).toEqual(['unencodable']);
    expect(await reasons(aSymbol(), { data: 'x'.repeat(3000) })).toEqual(['unencodable']);
  });

  test('for modules under a quarter of a millimetre', async () => {
    // 21 modules and the quiet zone are 29: 0.31 mm each, and 0.24 mm.
    const small = aSymbol({ widthMm: 9, heightMm: 9 });
    expect(await reasons(small, { data: 'https://a.cn/1' })).toEqual([]);
    expect(await reasons(aSymbol({ widthMm: 7, heightMm: 7 }), { data: 'https://a.cn/1' })).toEqual(['too-small']);
    expect(await reasons(aSymbol({ symbology: 'code-128', widthMm: 40 }), { data: 'ABCDEFGHIJKLMNO' })).toEqual([
      'too-small',
    ]);
  });

  test('for a choice that is none and a day that does not exist', async () => {
    const [, carton, , certificate] = LAYOUTS;
    if (carton === undefined || certificate === undefined) throw new Error('no layouts');
    expect(await reasons(certificate, { ...VALUES, commitmentBasis: 'hearsay' })).toEqual(['choice']);
    expect(await reasons(carton, { ...VALUES, expiry: '2026-02-30' })).toEqual(['date']);
  });
});

test('brackets in a value make no element of GS1', async () => {
  const item = { symbology: 'gs1-datamatrix', text: '(01)06951181105326(10){data}' } as const;
  expect(await checkLabel(aSymbol(item), { data: 'A(21)5' })).toEqual([]);
});
