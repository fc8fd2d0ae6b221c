/** ZXing, a megabyte that is loaded when it is first needed, from this server; by itself it would ask the web for it. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import address from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { asScanned } from './as-scanned.ts';
import { READER_BYTES } from './reader-bytes.ts';
import type { Told } from './told.ts';

/** What stands on goods, cartons and pallets; each more takes time with every picture. */
const FORMATS = ['QRCode', 'DataMatrix', 'Code128', 'EAN13', 'EAN8', 'UPCA', 'ITF14', 'DataBar'] as const;
/** More codes than one label has; of a whole sheet of them the rest is read with the next picture. */
const SYMBOLS_MAX = 16;

const tell = (told: Told): void => self.postMessage(told);

load().then(
  () => tell({ kind: 'ready' }),
  () => tell({ kind: 'failed' }),
);

self.onmessage = ({ data }: MessageEvent<ImageData>) => {
  read(data).then(
    (texts) => tell({ kind: 'read', texts }),
    () => tell({ kind: 'failed' }),
  );
};

async function load(): Promise<void> {
  const wasmBinary = await loadBytes((bytes) => tell({ kind: 'loading', part: Math.min(1, bytes / READER_BYTES) }));
  await prepareZXingModule({ overrides: { wasmBinary, locateFile: () => address }, fireImmediately: true });
}

/** Piece by piece, so that a person on a slow line sees it come. */
async function loadBytes(onBytes: (count: number) => void): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok || answer.body === null) throw new Error(`The reader was answered with ${answer.status}`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const incoming = answer.body.getReader();
  let count = 0;
  for (;;) {
    const { done, value } = await incoming.read();
    if (done) return new Blob(pieces).arrayBuffer();
    pieces.push(value);
    count += value.length;
    onBytes(count);
  }
}

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
