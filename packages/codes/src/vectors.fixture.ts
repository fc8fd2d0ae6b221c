/** The rows of `vectors/codes`, columns apart; comments left out, `{GS}` read as FNC1. */
import { readFileSync } from 'node:fs';

export function vectors(name: string): string[][] {
  const text = readFileSync(new URL(`../../../vectors/codes/${name}.txt`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  return lines.map((line) => line.replaceAll('{GS}', '\u001d').split('\t'));
}
