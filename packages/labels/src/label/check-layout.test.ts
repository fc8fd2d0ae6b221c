import { expect, test } from 'vitest';
import { checkLayout } from './check-layout.ts';
import { aSymbol, aText } from './label.fixture.ts';
import { LAYOUTS } from './layouts/index.ts';

const english = (...asked: Parameters<typeof checkLayout>): readonly string[] =>
  checkLayout(...asked).map(({ pointer, message }) => `${pointer} ${message.en}`);

test('the layouts of the program are in order, with ids of their own', () => {
  for (const layout of LAYOUTS) expect(english(layout)).toEqual([]);
  expect(new Set(LAYOUTS.map(({ id }) => id)).size).toBe(LAYOUTS.length);
});

test('items must stand within the label', () => {
  expect(english({ ...aText(), widthMm: 40 })).toEqual(['/items/0 does not stand within the label']);
  expect(english({ ...aText(), widthMm: Number.NaN })).toContain('/widthMm must be above 0 and at most 420 mm');
});

test('places must name fields, choices and formats that are there', () => {
  expect(english(aSymbol({ text: '{other}' }))).toEqual(['/items/0 names a field that is not there: {other}']);
  expect(english(aSymbol({ text: '{data=x}' }))).toEqual(['/items/0 names a choice that is not there: {data=x}']);
  expect(english(aSymbol({ text: '{data:roman}' }))).toEqual([
    '/items/0 names a format that is not there: {data:roman}',
  ]);
});

test('a GS1 symbol must be of known elements in brackets', () => {
  const fault = ['/items/0 must be GS1 elements in brackets such as (01){gtin}'];
  expect(english(aSymbol({ symbology: 'gs1-128', text: '{data}' }))).toEqual(fault);
  expect(english(aSymbol({ symbology: 'gs1-128', text: '(9999){data}' }))).toEqual(fault);
  expect(english(aSymbol({ symbology: 'gs1-128', text: '(00){data}' }))).toEqual([]);
});

test('fields are there once, and text is large enough to be printed', () => {
  const layout = aText(3);
  const twice = { ...layout, fields: [...layout.fields, ...layout.fields] };
  expect(english(twice)).toEqual([
    '/fields/2/id stands there twice',
    '/fields/3/id stands there twice',
    '/items/0 is set below 4 pt',
  ]);
});
