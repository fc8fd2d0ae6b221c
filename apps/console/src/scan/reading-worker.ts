/** ZXing, a megabyte that is loaded when it is first needed, from this server; by itself it would ask the web for it. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import address from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { asScanned } from './as-scanned.ts';

/** What stands on goods, cartons and pallets; each more takes time with every picture. */
const FORMATS = ['QRCode', 'DataMatrix', 'Code128', 'EAN13', 'EAN8', 'UPCA', 'ITF14', 'DataBar'] as const;
/** More codes than one label has; of a whole sheet of them the rest is read with the next picture. */
const SYMBOLS_MAX = 16;

prepareZXingModule({ overrides: { locateFile: () => address } });

self.onmessage = async ({ data }: MessageEvent<ImageData>) => self.postMessage(await read(data).catch(() => undefined));

async function read(picture: ImageData): Promise<readonly string[]> {
  const found = await readBarcodes(picture, {
    formats: [...FORMATS],
    textMode: 'Plain',
    maxNumberOfSymbols: SYMBOLS_MAX,
  });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, symbologyIdentifier }) => asScanned(text, symbologyIdentifier));
}
