/**
 * The rules of the house that no linter knows: `node tools/check-house.ts`.
 *
 * Formatting, names and function length are Biome's, imports the boundaries'; that zh and en have the same keys is the
 * type checker's (each table is typed by the keys of the other).
 */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { punctuationFaults } from './chinese-punctuation.ts';
import { filesUnder, isEntryPoint, ROOT, report } from './repository.ts';

/** Path from the root, with `/`, to its text. */
export type House = ReadonlyMap<string, string>;

const FILE_LINES_MAX = 400; // a reader holds one idea; two ideas are two files
const DECISION_LINES_MAX = 40; // half a page to a page
const CODE = /\.(ts|tsx|sql|cjs|mjs)$/;
const TEXT = /(\.(ts|tsx|sql|cjs|mjs|css|json|md|html|yaml|yml)|^\.ci\/run|^LICENSE)$/;
// In two pieces, so that this file keeps the rules it checks.
const UNFINISHED = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
const SKIPPED = /\b(test|it|describe|suite)\.(skip|only|todo|fails)\b/;
const MACHINE_PATH = /(^|[\s'"`(=:])(\/(work|home|Users|root|tmp)\/\w|[A-Z]:\\Users)/;
const MODULE = /^packages\/server\/src\/modules\/([^/]+)\//;
/** A connection of one's own, or whoever gives one. */
const WAY_IN = /from 'pg(-pool|-copy-streams)?'|\b(createPool|createDb|createAccess)\b|\.pool\b/;
/** Where connections are made; the bench copies rows beside the program, to compare. */
const WAYS_IN = /^packages\/server\/src\/platform\/db\/|^apps\/cli\/src\/bench\//;
const DECISION = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/;

/** One line a fault. */
export function houseFaults(house: House): readonly string[] {
  const faults: string[] = [];
  for (const [path, text] of house) faults.push(...fileFaults(path, text).map((fault) => `${path}${fault}`));
  return [...faults, ...moduleFaults(house), ...decisionFaults(house), ...glossaryFaults(house), ...lockFaults(house)];
}

function fileFaults(path: string, text: string): readonly string[] {
  if (path === 'package-lock.json' || path.startsWith('vectors/') || !TEXT.test(path)) return [];
  const lines = text.split('\n');
  const faults: string[] = [...punctuationFaults(path, text)];
  if (CODE.test(path) && lines.length - 1 > FILE_LINES_MAX) faults.push(`: ${lines.length - 1} lines`);
  for (const [index, line] of lines.entries()) {
    const at = `:${index + 1}:`;
    if (UNFINISHED.test(line)) faults.push(`${at} unfinished: ${line.trim()}`);
    if (CODE.test(path) && SKIPPED.test(line)) faults.push(`${at} a test left out: ${line.trim()}`);
    if (MACHINE_PATH.test(line)) faults.push(`${at} a path of one machine: ${line.trim()}`);
    if (MODULE.test(path) && /\.query[(<]/.test(line) && !/\/store[^/]*\.ts$|\.test\.ts$/.test(path)) {
      faults.push(`${at} SQL outside store*.ts`);
    }
    if (isProgram(path) && WAY_IN.test(line)) faults.push(`${at} a way to the database beside ctx.read and ctx.write`);
  }
  return faults;
}

function isProgram(path: string): boolean {
  return (
    /^(packages|apps)\/[^/]+\/src\/.*\.ts$/.test(path) && !/\.(test|fixture)\.ts$/.test(path) && !WAYS_IN.test(path)
  );
}

function moduleFaults(house: House): readonly string[] {
  const modules = new Set([...house.keys()].flatMap((path) => MODULE.exec(path)?.[1] ?? []));
  return [...modules].flatMap((name) =>
    ['README.md', 'index.ts']
      .map((file) => `packages/server/src/modules/${name}/${file}`)
      .filter((file) => !house.has(file))
      .map((file) => `${file}: every module has one`),
  );
}

function decisionFaults(house: House): readonly string[] {
  const index = house.get('docs/decisions/README.md') ?? '';
  const decisions = [...house.keys()].filter((path) => DECISION.test(path)).sort();
  return decisions.flatMap((path, position) => {
    const faults: string[] = [];
    const [number, name] = [DECISION.exec(path)?.[1], path.replace('docs/decisions/', '')];
    const lines = house.get(path)?.trimEnd().split('\n') ?? [];
    if (Number(number) !== position) faults.push(`${path}: numbers run 0000, 0001, … without gap or double`);
    if (!index.includes(`(${name})`)) faults.push(`${path}: not in docs/decisions/README.md`);
    if (position > 0 && !lines[0]?.startsWith(`# ${number} `)) faults.push(`${path}: the title begins "# ${number} "`);
    if (lines.length > DECISION_LINES_MAX) faults.push(`${path}: ${lines.length} lines, at most ${DECISION_LINES_MAX}`);
    return faults;
  });
}

/** What the glossary names in its columns "code" and "table" is there: in the sources, or in the migrations. */
function glossaryFaults(house: House): readonly string[] {
  const rows = (house.get('docs/glossary.md') ?? '').split('\n').filter((line) => /^\| [^-]/.test(line));
  const paths = [...house.keys()];
  const textOf = (ending: RegExp): string =>
    paths.flatMap((path) => (ending.test(path) ? (house.get(path) ?? '') : '')).join();
  const [sources, migrations] = [textOf(/^(packages|apps)\/.*\.tsx?$|package\.json$/), textOf(/\.sql$/)];
  return rows.flatMap((row) => {
    const [, term, , code = '', table = ''] = row.split('|');
    const names = [...code.matchAll(/`(?:npm run |suyuan )?([^` ]+)[^`]*`/g)].map((match) => match[1] ?? '');
    const columns = [...table.matchAll(/`(?:\w+\.)?(\w+)`/g)].map((match) => match[1] ?? '');
    const missing = [
      ...names.filter(
        (name) => !sources.includes(name.replace(/: .*|:$/, '')) && !paths.some((path) => path.includes(name)),
      ),
      ...columns.filter((column) => !new RegExp(`\\b${column}\\b`).test(migrations)),
    ];
    return missing.map((name) => `docs/glossary.md: ${term?.trim()}: there is no ${name}`);
  });
}

/** A lock file with addresses installs from the registry of whoever wrote it; `.npmrc` leaves them out. */
function lockFaults(house: House): readonly string[] {
  const lock = house.get('package-lock.json') ?? '';
  return /"resolved": "https?:/.test(lock) ? ['package-lock.json: names a registry; see .npmrc'] : [];
}

function readHouse(root: string): House {
  const paths = filesUnder(root).map((path) => [relative(root, path).split(sep).join('/'), path] as const);
  const read = paths.filter(([path]) => TEXT.test(path) && !path.startsWith('vectors/'));
  return new Map(read.map(([path, full]) => [path, readFileSync(full, 'utf8')]));
}

if (isEntryPoint(import.meta.url)) {
  const house = readHouse(ROOT);
  if (house.size < 100) throw new Error(`only ${house.size} files read`);
  report('house', houseFaults(house));
}
