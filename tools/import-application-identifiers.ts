/**
 * Writes the table of GS1 application identifiers from a copy of the GS1 Barcode Syntax Dictionary:
 *
 *   node tools/import-application-identifiers.ts gs1-syntax-dictionary.txt
 *
 * The dictionary (GS1 AISBL, https://ref.gs1.org/tools/gs1-barcode-syntax-resource/) is read for its facts: which
 * identifiers there are, the form of their values, and what must or must not stand beside them. They are written in
 * the terms of `packages/codes/src/gs1/application-identifiers.ts`, which says what the columns mean.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isEntryPoint } from './repository.ts';

const TABLE = new URL('../packages/codes/src/gs1/application-identifiers-table.ts', import.meta.url);

/** The dictionary's names of checks in ours; a check that has no name here stops the import. */
const CHECKS: Readonly<Record<string, string>> = {
  csum: 'check-digit',
  csumalpha: 'check-pair',
  gcppos1: 'prefix',
  gcppos2: 'prefix-second',
  yymmd0: 'date',
  yymmdd: 'date-day',
  yyyymmdd: 'date-long',
  hh: 'hour',
  mi: 'sixty',
  ss: 'sixty',
  hhmi: 'time',
  iso3166: 'country',
  iso3166999: 'country-or-999',
  iso3166alpha2: 'country-letters',
  iso4217: 'currency',
  iso5218: 'sex',
  pcenc: 'escapes',
  yesno: 'yes-no',
  hyphen: 'minus',
  winding: 'winding',
  zero: 'zero',
  nonzero: 'not-zero',
  nozeroprefix: 'no-leading-zero',
  hasnondigit: 'not-digits-only',
  latitude: 'latitude',
  longitude: 'longitude',
  pieceoftotal: 'piece-of-total',
  posinseqslash: 'place-of-total',
  importeridx: 'importer-index',
  packagetype: 'package-type',
  mediatype: 'media-type',
  iban: 'iban',
  couponcode: 'coupon',
  couponposoffer: 'coupon-offer',
};

const ALPHABETS: Readonly<Record<string, string>> = { N: '9', X: '82', Y: '39', Z: '64' };

/** The dictionary's entries as rows of the table. */
export function tableRows(dictionary: string): readonly string[] {
  return dictionary
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map(rowOf);
}

function rowOf(line: string): string {
  const [entry = '', title = ''] = line.split(/\s+#\s/);
  const [identifiers = '', ...words] = entry.trim().split(/\s+/);
  const flags = /^[*?]+$/.test(words[0] ?? '') ? (words.shift() ?? '') : '';
  const isAttribute = (word: string): boolean => /^(req|ex|dlpkey)\b/.test(word);
  const components = words.filter((word) => !isAttribute(word)).map(componentOf);
  const columns = [
    identifiers,
    `${flags.includes('*') ? 'fixed' : 'ended'}${flags.includes('?') ? ' attribute' : ''}`,
    components.join(' '),
    words.filter(isAttribute).map(attributeOf).join(' '),
    title.trim(),
  ];
  return columns.join(' ; ').trimEnd();
}

/** `N14,csum` → `9x14:check-digit`; `[X..17]` → `82x0-17`. */
function componentOf(word: string): string {
  const match = /^(\[)?([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)$/.exec(word);
  if (match === null) throw new Error(`a component of another form: ${word}`);
  const [, optional, letter = '', range, length = '', checks = ''] = match;
  const size = range === undefined ? length : `1-${length}`;
  const names = checks.split(',').filter((name) => name !== '');
  const known = names.map((name) => {
    const check = CHECKS[name];
    if (check === undefined) throw new Error(`a check without a name here: ${name}`);
    return `:${check}`;
  });
  return `${ALPHABETS[letter]}x${size}${optional === undefined ? '' : '?'}${known.join('')}`;
}

function attributeOf(word: string): string {
  const [name, value = ''] = word.split('=');
  return `${name === 'req' ? 'needs' : name === 'ex' ? 'excludes' : 'key'}=${value}`;
}

if (isEntryPoint(import.meta.url)) {
  const [path] = process.argv.slice(2);
  if (path === undefined) {
    process.stderr.write('node tools/import-application-identifiers.ts gs1-syntax-dictionary.txt\n');
    process.exit(2);
  }
  const rows = tableRows(readFileSync(path, 'utf8'));
  writeFileSync(
    TABLE,
    `/** Written by tools/import-application-identifiers.ts; its columns are told in application-identifiers.ts. */
export const TABLE = \`
${rows.join('\n')}
\`;
`,
  );
  process.stdout.write(`${rows.length} rows\n`);
}
