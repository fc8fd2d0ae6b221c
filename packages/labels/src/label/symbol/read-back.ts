/** Reads a symbol as a scanner does, from a picture of its modules, by another program than the one that made it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Symbology } from '../layout.ts';
import type { Modules } from './modules.ts';

/** Nothing here reads Han Xin. */
const FORMATS = { qr: 'QRCode', 'gs1-datamatrix': 'DataMatrix', 'gs1-128': 'Code128', 'code-128': 'Code128' } as const;
/** How scanners mark GS1 data (ISO/IEC 15424). */
const GS1_MARKS = new Set([']C1', ']d2']);
const DOTS = 3; // a module, in the picture
const BAR_DOTS = 30;

let ready: Promise<unknown> | undefined;

/** The picture that ImageData is, which Node has no constructor for. */
export interface Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly colorSpace: 'srgb';
}

/** Whether the symbol says what it was made of; undefined where nothing here can tell. */
export async function readsBack(symbology: Symbology, data: string, modules: Modules): Promise<boolean | undefined> {
  if (symbology === 'han-xin') return undefined;
  const read = await readPicture(pictureOf(modules), symbology);
  const isGs1 = symbology === 'gs1-128' || symbology === 'gs1-datamatrix';
  return read.some(({ text, mark }) => text === data && GS1_MARKS.has(mark) === isGs1);
}

export async function readPicture(
  picture: Picture,
  symbology: keyof typeof FORMATS,
): Promise<readonly { readonly text: string; readonly mark: string }[]> {
  ready ??= prepare();
  await ready;
  const found = await readBarcodes(picture, {
    formats: [FORMATS[symbology]],
    textMode: 'Plain',
    characterSet: 'UTF8',
  });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, symbologyIdentifier }) => ({ text, mark: symbologyIdentifier }));
}

/** From the package on this machine; by itself the library would fetch it from the web. */
function prepare(): Promise<unknown> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  return prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
}

function pictureOf({ columns, rows, dark, quiet, isLinear }: Modules): Picture {
  const margin = quiet * DOTS;
  const rowDots = isLinear ? BAR_DOTS : DOTS;
  const width = columns * DOTS + 2 * margin;
  const height = rows * rowDots + 2 * margin;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < rows * rowDots; y += 1) {
    const row = Math.floor(y / rowDots);
    for (let x = 0; x < columns * DOTS; x += 1) {
      if (dark[row * columns + Math.floor(x / DOTS)] !== 1) continue;
      const at = ((y + margin) * width + x + margin) * 4;
      data.fill(0, at, at + 3);
    }
  }
  return { data, width, height, colorSpace: 'srgb' };
}
