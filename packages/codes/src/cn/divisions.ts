/**
 * 中华人民共和国行政区划代码 (GB/T 2260), six digits:
 *
 *   province 2 · prefecture 2 (01–70 and 90) · county 2
 *
 * Divisions come and go, and a code printed years ago keeps the digits of its day: form decides whether a code can be
 * one, the list of today only gives the name.
 */
import { isDigits } from '../gs1/check-digit.ts';
import { LIST } from './divisions-list.ts';

let names: Map<string, string> | undefined;

function read(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  names = new Map();
  for (const line of LIST.trim().split('\n')) {
    const [start = '', ...rest] = line.split(' ');
    for (const each of rest) names.set(start + each.slice(0, 2), each.slice(2));
  }
  return names;
}

let provinces: Uint8Array | undefined;

/** By two digits, 1 for those of a province. */
function readProvinces(): Uint8Array {
  if (provinces !== undefined) return provinces;
  const names = read();
  provinces = Uint8Array.from({ length: 100 }, (_, i) => (names.has(`${String(i).padStart(2, '0')}0000`) ? 1 : 0));
  return provinces;
}

/** Whether two, four or six digits have the form of a division and begin with a province that there is. */
export function isDivision(code: string): boolean {
  const { length } = code;
  if ((length !== 2 && length !== 4 && length !== 6) || !isDigits(code)) return false;
  const province = pairAt(code, 0);
  if (readProvinces()[province] !== 1) return false;
  if (length === 2) return true;
  const prefecture = pairAt(code, 2);
  const isWholeProvince = prefecture === 0 && (length === 4 || code.endsWith('00') || province > 70);
  return isWholeProvince || (prefecture >= 1 && prefecture <= 70) || prefecture === 90;
}

function pairAt(code: string, at: number): number {
  return (code.charCodeAt(at) - 48) * 10 + code.charCodeAt(at + 1) - 48;
}

/** Whether the list of today has the code. */
export function isListedDivision(code: string): boolean {
  return read().has(code.padEnd(6, '0'));
}

/** Province, prefecture and county by name, as far as the list of today knows them: `山东省烟台市龙口市`. */
export function divisionName(code: string): string | undefined {
  const levels = [code.slice(0, 2), code.slice(0, 4), code].map((level) => level.padEnd(6, '0'));
  const found = [...new Set(levels)].map((level) => read().get(level) ?? '');
  const name = found.filter((each) => each !== '市辖区' && each !== '县').join('');
  return name === '' ? undefined : name;
}
