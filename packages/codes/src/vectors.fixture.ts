/**
 * The rows of `vectors/codes`, columns apart; comments left out, `{GS}` read as FNC1, `{LF}` as the end of a line,
 * `{U+200B}` as that character.
 */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../vectors/codes/', import.meta.url);

export function vectors(name: string): string[][] {
  const text = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  return lines.map((line) => plain(line).split('\t'));
}

function plain(line: string): string {
  return line
    .replaceAll('{GS}', '\u001d')
    .replaceAll('{LF}', '\n')
    .replace(/\{U\+([0-9A-F]{4})\}/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Ids of the schemes that have vectors of their own. */
export function schemesWithVectors(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => /^(?!gs1-valid).*-valid\.txt$/.test(file))
    .map((file) => file.replace('-valid.txt', ''));
}
