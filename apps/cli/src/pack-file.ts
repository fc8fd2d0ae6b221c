import { readFileSync } from 'node:fs';
import { KNOWN_CHECKS, type Pack, readPack } from '@suyuan/profiles';
import { Refused } from './command.ts';
import { language } from './language.ts';
import type { Output } from './output.ts';

/** The pack of a file; what is wrong with it is printed. */
export function packOf(file: string, output: Output): Pack | undefined {
  const read = readPack(jsonOf(file), KNOWN_CHECKS);
  const faults = read.ok ? [] : read.faults;
  const lines = faults.map(({ pointer, message }) => `    ${pointer || '/'}  ${message[language()]}`);
  output.line([`${read.ok ? '✓' : '✗'} ${file}`, ...lines].join('\n'), { file, valid: read.ok, faults });
  return read.ok ? read.pack : undefined;
}

function jsonOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refused(`无法读取 ${file} · cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refused(`${file} 不是 JSON · is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
