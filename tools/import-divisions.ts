/**
 * Writes the list of administrative divisions (GB/T 2260) from a CSV file with the columns `code` and `name`:
 *
 *   node tools/import-divisions.ts FILE.csv…
 *
 * The codes and names are the Ministry of Civil Affairs' yearly list of divisions at county level and above, in any
 * of its public copies. Rows with other than six digits are left out, of doubles the first counts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isEntryPoint } from './repository.ts';

const LIST = new URL('../packages/codes/src/cn/divisions-list.ts', import.meta.url);

/** Code to name, in the order of the codes. */
export function divisionsOf(csv: string): ReadonlyMap<string, string> {
  const divisions = new Map<string, string>();
  for (const line of csv.split('\n')) {
    const [code = '', name = ''] = line.replaceAll('"', '').split(',');
    const padded = /^\d{2}$|^\d{4}$/.test(code) ? code.padEnd(6, '0') : code;
    if (/^\d{6}$/.test(padded) && name !== '' && !divisions.has(padded)) divisions.set(padded, name.trim());
  }
  return new Map([...divisions].sort(([a], [b]) => a.localeCompare(b)));
}

/** One line a city: the first row's whole code, then each county's last two digits. */
export function listText(divisions: ReadonlyMap<string, string>): string {
  const lines = new Map<string, string[]>();
  for (const [code, name] of divisions) {
    const start = code.slice(0, 4);
    lines.set(start, [...(lines.get(start) ?? []), `${code.slice(4)}${name}`]);
  }
  return [...lines].map(([start, names]) => `${start} ${names.join(' ')}`).join('\n');
}

if (isEntryPoint(import.meta.url)) {
  const files = process.argv.slice(2);
  if (files.length === 0) {
    process.stderr.write('node tools/import-divisions.ts FILE.csv…\n');
    process.exit(2);
  }
  const divisions = divisionsOf(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
  writeFileSync(
    LIST,
    `/** Written by tools/import-divisions.ts: a line a city, its first four digits, then the last two before each name. */
export const LIST = \`
${listText(divisions)}
\`;
`,
  );
  process.stdout.write(`${divisions.size} divisions\n`);
}
