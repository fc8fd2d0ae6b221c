/** Data to modules. QR codes are made by `qr`, in a thirtieth of the time of `bwip-js`, which makes the others. */
import bwipjs from 'bwip-js/node';
import encodeQR from 'qr';
import type { Symbology } from '../layout.ts';
import { toGb18030 } from './gb18030.ts';
import type { Modules } from './modules.ts';

/** ISO/IEC 18004 §9.1, ISO/IEC 16022 §7.1, ISO/IEC 15417 §4.4, GB/T 21049 §9. */
const QUIET = { qr: 4, 'gs1-datamatrix': 1, 'gs1-128': 10, 'code-128': 10, 'han-xin': 3 } as const;
const PRINTABLE = /^[ -~]+$/;

/** Undefined where the symbology cannot hold the data. GS1 data are elements run together, FNC1 as character 29. */
export function encode(symbology: Symbology, data: string): Modules | undefined {
  if (data === '') return undefined;
  const quiet = QUIET[symbology];
  try {
    switch (symbology) {
      case 'qr':
        return qrModules(data, quiet);
      case 'gs1-datamatrix':
        return { ...drawn('datamatrix', withFnc1(data), { parsefnc: true }), quiet };
      case 'gs1-128':
        return { ...drawn('code128', withFnc1(data), { parsefnc: true }), quiet };
      case 'code-128':
        return PRINTABLE.test(data) ? { ...drawn('code128', data, {}), quiet } : undefined;
      case 'han-xin':
        return { ...drawn('hanxin', toGb18030(data), { binarytext: true }), quiet };
    }
  } catch {
    // Both libraries throw on data that are too long or that the symbology has no characters for, and on nothing else.
    return undefined;
  }
}

const withFnc1 = (elements: string): string => `^FNC1${elements.replaceAll('\u001d', '^FNC1')}`;

function qrModules(data: string, quiet: number): Modules {
  // It wants a border of one module at least.
  const rows = encodeQR(data, 'raw', { ecc: 'medium', border: 1 }).slice(1, -1);
  const dark = Uint8Array.from(rows.flatMap((row) => row.slice(1, -1).map(Number)));
  return { columns: rows.length, rows: rows.length, dark, isLinear: false, quiet };
}

function drawn(bcid: string, text: string, options: object): Omit<Modules, 'quiet'> {
  const [symbol] = bwipjs.raw({ bcid, text, ...options });
  if (symbol === undefined) throw new Error(`no symbol of ${bcid}`);
  if ('pixs' in symbol) {
    return { columns: symbol.pixx, rows: symbol.pixy, dark: Uint8Array.from(symbol.pixs), isLinear: false };
  }
  // Widths of bars and spaces in turn.
  const dark = symbol.sbs.flatMap((width, index) => Array<number>(width).fill(index % 2 === 0 ? 1 : 0));
  return { columns: dark.length, rows: 1, dark: Uint8Array.from(dark), isLinear: true };
}
