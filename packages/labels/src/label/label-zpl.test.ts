import { expect, test } from 'vitest';
import { LINK, VALUES, valuesOf } from './label.fixture.ts';
import { labelZpl, type PrinterDpmm } from './label-zpl.ts';
import type { LabelValues, Layout } from './layout.ts';
import { LAYOUTS } from './layouts/index.ts';
import { type Picture, readPicture } from './symbol/read-back.ts';

const REPEAT = /([G-Yg-z]+)([0-9A-F])/g;

/** What a printer makes of a label. */
function printed(zpl: string): Picture {
  const [, field = ''] = /\^FO0,0(\^GFA,[^^]*)\^FS\^XZ\n$/.exec(zpl) ?? [];
  const [, total = '', , perRow = '', data = ''] = /^\^GFA,(\d+),(\d+),(\d+),(.*)$/.exec(field) ?? [];
  const digits = Number(perRow) * 2;
  const hex = data.replace(REPEAT, (_, letters: string, digit: string) => {
    const counts = [...letters].map((each) =>
      each >= 'g' ? (each.charCodeAt(0) - 102) * 20 : each.charCodeAt(0) - 70,
    );
    return digit.repeat(counts.reduce((sum, count) => sum + count, 0));
  });
  const rows: string[] = [];
  for (let at = 0; at < hex.length; ) {
    if (hex[at] === ':') {
      rows.push(rows.at(-1) ?? '');
      at += 1;
      continue;
    }
    const comma = hex.indexOf(',', at);
    const isShort = comma >= 0 && comma < at + digits && !hex.slice(at, comma).includes(':');
    rows.push(isShort ? hex.slice(at, comma).padEnd(digits, '0') : hex.slice(at, at + digits));
    at = isShort ? comma + 1 : at + digits;
  }
  expect(rows.length * Number(perRow)).toBe(Number(total));
  const bits = rows.map((row) =>
    [...Buffer.from(row, 'hex')].map((byte) => byte.toString(2).padStart(8, '0')).join(''),
  );
  const data4 = new Uint8ClampedArray(
    [...bits.join('')].flatMap((bit) => (bit === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255])),
  );
  return { data: data4, width: digits * 4, height: rows.length, colorSpace: 'srgb' };
}

async function pictureOf(id: string, dpmm: PrinterDpmm, values: LabelValues = VALUES): Promise<Picture> {
  const [zpl = ''] = await Array.fromAsync(labelZpl({ layout: layoutOf(id), dpmm, labels: [values] }));
  return printed(zpl);
}

function layoutOf(id: string): Layout {
  const layout = LAYOUTS.find((each) => each.id === id);
  if (layout === undefined) throw new Error(`no layout ${id}`);
  return layout;
}

/** How many dots of a part of the picture, in millimetres, are dark. */
function darkIn(
  picture: Picture,
  dpmm: number,
  [left, top, width, height]: readonly [number, number, number, number],
): number {
  let count = 0;
  for (let y = Math.round(top * dpmm); y < (top + height) * dpmm; y += 1) {
    for (let x = Math.round(left * dpmm); x < (left + width) * dpmm; x += 1) {
      if (picture.data[(y * picture.width + x) * 4] === 0) count += 1;
    }
  }
  return count;
}

test.each([8, 12, 24] as const)(
  'symbols are read from the whole printed label at %i dots to the millimetre',
  async (dpmm) => {
    expect(await readPicture(await pictureOf('product-50x30', dpmm), 'qr')).toMatchObject([{ text: LINK }]);
    const carton = await pictureOf('carton-100x70', dpmm);
    const square = '010695118110532617261205' + '10A-7';
    expect(await readPicture(carton, 'gs1-datamatrix')).toEqual([{ text: square, mark: ']d2' }]);
    expect(await readPicture(carton, 'gs1-128')).toEqual([{ text: '010695118110532610A-7', mark: ']C1' }]);
  },
);

test.each([
  ['pesticide-80x60', 'qr'],
  ['veterinary-drug-80x60', 'qr'],
  ['seed-100x70', 'qr'],
  ['drug-80x40', 'code-128'],
] as const)('the symbol of %s is read from the whole label of a coarse printer', async (id, symbology) => {
  const values = valuesOf(layoutOf(id));
  const [read] = await readPicture(await pictureOf(id, 8, values), symbology);
  expect(read?.text).toContain(values.code);
});

test('the certificate is read, and its heading stands where it should', async () => {
  const picture = await pictureOf('certificate-producer', 8);
  expect(await readPicture(picture, 'qr')).toMatchObject([{ text: LINK }]);
  expect([picture.width, picture.height]).toEqual([800, 960]);
  // Seven bold characters of 26 pt cover some two fifths of their squares; beside them nothing is printed.
  expect(darkIn(picture, 8, [18, 5, 64, 13])).toBeGreaterThan(64 * 9 * 64 * 0.2);
  expect(darkIn(picture, 8, [4, 5, 12, 13])).toBe(0);
});

test('a label that cannot be printed ends the run, and those before it stand', async () => {
  const labels = [VALUES, { ...VALUES, name: '🍅' }];
  const run = labelZpl({ layout: layoutOf('product-50x30'), dpmm: 8, labels });
  expect((await run.next()).done).toBe(false);
  await expect(run.next()).rejects.toMatchObject({ name: 'LabelError', index: 1, faults: [{ reason: 'character' }] });
});
