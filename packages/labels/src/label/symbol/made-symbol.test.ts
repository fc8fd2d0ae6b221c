import { expect, test } from 'vitest';
import { encode } from './encode.ts';
import { toGb18030 } from './gb18030.ts';
import { madeSymbol } from './made-symbol.ts';
import { rectanglesOf } from './modules.ts';
import { readsBack } from './read-back.ts';

const LINK = 'https://id.example.cn/01/06951181105326/10/批次A';
const ELEMENTS = '010695118110532610A-7\u001d215';

test.each([
  ['qr', LINK],
  ['gs1-datamatrix', ELEMENTS],
  ['gs1-128', ELEMENTS],
  ['code-128', 'ABC^FNC1-123 ~x'],
] as const)('%s reads back as what it was made of, and as nothing else', async (symbology, data) => {
  expect(await madeSymbol(symbology, data)).toMatchObject({ isReadBack: true });
  const modules = encode(symbology, data);
  const other = encode(symbology, `${data}1`);
  if (modules === undefined || other === undefined) throw new Error('not encoded');
  expect(await readsBack(symbology, data, other)).toBe(false);
  const broken = { ...modules, dark: modules.dark.map((dark, i) => (i % 3 === 0 ? 1 - dark : dark)) };
  expect(await readsBack(symbology, data, broken)).toBe(false);
});

test('data without the mark of GS1 are not taken for elements', async () => {
  const plain = encode('code-128', '0106951181105326');
  if (plain === undefined) throw new Error('not encoded');
  expect(await readsBack('gs1-128', '0106951181105326', plain)).toBe(false);
});

test('Han Xin is made, and said not to be read here', async () => {
  expect(await madeSymbol('han-xin', '溯源码 𬭎 1234')).toMatchObject({
    isReadBack: false,
    modules: { isLinear: false },
  });
});

test('GB 18030 has every character, in two bytes or four', () => {
  const text = 'A1啊镕€𬭎䶮𠅤é㐀';
  expect(new TextDecoder('gb18030').decode(Buffer.from(toGb18030(text), 'latin1'))).toBe(text);
});

test('modules are whole numbers of dots, with the quiet zone within the box', () => {
  const modules = encode('qr', LINK);
  if (modules === undefined) throw new Error('not encoded');
  const box = { xMm: 5, yMm: 7, widthMm: 30, heightMm: 25 };
  const rectangles = rectanglesOf(modules, box, 8) ?? [];
  const dots = rectangles.flatMap(({ xMm, yMm, widthMm, heightMm }) => [xMm * 8, yMm * 8, widthMm * 8, heightMm * 8]);
  for (const dot of dots) expect(Math.abs(dot - Math.round(dot))).toBeLessThan(1e-6);
  const side = Math.min(...rectangles.map(({ widthMm }) => widthMm));
  expect(Math.min(...rectangles.map(({ yMm }) => yMm)) - box.yMm).toBeGreaterThanOrEqual(4 * side - 0.07);
  expect(rectanglesOf(modules, { ...box, widthMm: 8, heightMm: 8 }, 8)).toBeUndefined();
});
