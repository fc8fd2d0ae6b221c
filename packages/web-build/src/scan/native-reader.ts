/** The reader that some browsers have (Shape Detection API): Chrome on Android and macOS, not Safari nor WeChat. */
import type { CodeReader } from './code-reader.ts';

interface Detector {
  detect(picture: ImageData): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

declare global {
  var BarcodeDetector: DetectorClass | undefined;
}

/** One that lacks any of these leaves goods unread. */
const NEEDED = ['qr_code', 'data_matrix', 'code_128', 'ean_13'];
const WELCOME = ['ean_8', 'upc_a', 'itf'];

/** Undefined where the browser has none, or one that knows too few symbols. */
export async function nativeReader(found = globalThis.BarcodeDetector): Promise<CodeReader | undefined> {
  if (found === undefined) return undefined;
  // Some browsers have the class without what it needs of the system, and refuse.
  const known = await found.getSupportedFormats().catch((): readonly string[] => []);
  if (!NEEDED.every((format) => known.includes(format))) return undefined;
  const detector = new found({ formats: [...NEEDED, ...WELCOME.filter((format) => known.includes(format))] });
  return {
    ready: Promise.resolve(),
    read: async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue),
    close: () => undefined,
  };
}
