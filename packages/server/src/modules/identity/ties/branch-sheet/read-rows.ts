/** From cells to branches that are wanted, and everything that is wrong with them. */
import { Problem, type ProblemCode } from '@suyuan/api';
import { holdsPersonalNumber } from '@suyuan/codes';
import { type CellPlace, columnName } from '../../../../platform/xlsx/cell-place.ts';
import { ownCode } from '../../organisations/own-code.ts';
import { readRegion } from '../../places/read-places.ts';
import type { Cell, Sheet } from './read-xlsx.ts';
import { COLUMNS, type Column, HEADINGS, KINDS, meant, ROLES } from './words.ts';

/** Some twice as many as the largest chains of shops have in one province; more come in another sheet. */
export const ROWS_MAX = 5_000;

export interface SheetFinding {
  readonly row: number;
  /** A letter. */
  readonly column: string;
  readonly problem: Problem;
}

export interface WantedBranch {
  readonly row: number;
  readonly name: string;
  readonly code: string | null;
  readonly kind: string | null;
  readonly region: string | null;
  readonly invited: { readonly name: string; readonly role: string } | null;
}

export interface WantedBranches {
  readonly branches: readonly WantedBranch[];
  readonly findings: readonly SheetFinding[];
  /** The letter of a column; that of names where the sheet has none such. */
  letterOf(column: Column): string;
}

const HEAD_ROW = 1;
const LENGTH_MAX: Readonly<Record<Column, number>> = {
  name: 200,
  code: 200,
  kind: 100,
  region: 20,
  person: 100,
  role: 100,
};

/** Compatible forms of letters and digits are one, full-width ones too; spaces around it are none of it. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** @throws Problem `branch-sheet.rows` */
export function readRows({ cells, merged }: Sheet): WantedBranches {
  const findings: SheetFinding[] = [];
  const find: Find = ({ row, column }, code, parameters = {}) => {
    findings.push({ row, column: columnName(column), problem: new Problem(code, parameters) });
  };
  const places = new Map<Column, number>();
  for (const { row, column, text } of cells) {
    if (row !== HEAD_ROW) continue;
    const known = meant(HEADINGS, plain(text).replace(/\s*[*＊]$/, ''));
    const heading = COLUMNS.find((one) => one === known);
    if (heading === undefined) find({ row, column }, 'branch-sheet.heading-unknown', { heading: text.slice(0, 50) });
    else if (places.has(heading)) find({ row, column }, 'branch-sheet.heading-twice', { heading: text.slice(0, 50) });
    else places.set(heading, column);
  }
  const letterOf = (column: Column): string => columnName(places.get(column) ?? places.get('name') ?? 1);
  if (!places.has('name')) {
    find({ row: HEAD_ROW, column: 1 }, 'branch-sheet.heading-missing', { zh: HEADINGS.name.zh, en: HEADINGS.name.en });
    return { branches: [], findings, letterOf };
  }
  const headed = new Map([...places].map(([heading, column]) => [column, heading]));
  const rows = new Map<number, Map<Column, Cell>>();
  for (const cell of cells) {
    const heading = headed.get(cell.column);
    if (cell.row <= HEAD_ROW || heading === undefined) continue;
    const row = rows.get(cell.row) ?? new Map<Column, Cell>();
    rows.set(cell.row, row.set(heading, cell));
  }
  if (rows.size > ROWS_MAX) throw new Problem('branch-sheet.rows', { max: ROWS_MAX });
  for (const [from, to] of merged)
    if (to.row > HEAD_ROW && from.column <= Math.max(...places.values())) find(from, 'branch-sheet.merged');
  const branches = [...rows].map(([row, given]) => readRow(row, given, { find, places }));
  findTwice(
    branches,
    ({ name }) => name,
    (row, name, first) =>
      find({ row, column: places.get('name') ?? 1 }, 'branch-sheet.name-twice', { name, row: first }),
  );
  findTwice(
    branches,
    ({ code }) => code,
    (row, code, first) =>
      find({ row, column: places.get('code') ?? 1 }, 'branch-sheet.code-twice', { code, row: first }),
  );
  return { branches, findings, letterOf };
}

type Find = (place: CellPlace, code: ProblemCode, parameters?: Problem['parameters']) => void;

interface Finding {
  readonly find: Find;
  readonly places: ReadonlyMap<Column, number>;
}

function readRow(row: number, given: ReadonlyMap<Column, Cell>, { find, places }: Finding): WantedBranch {
  const at = (column: Column): number => places.get(column) ?? places.get('name') ?? 1;
  /** Undefined where there is nothing, or nothing to be used: that has been said then. */
  const textOf = (column: Column): string | undefined => {
    const cell = given.get(column);
    if (cell === undefined) return undefined;
    const text = plain(cell.text);
    const fault =
      cell.flaw === 'formula'
        ? 'branch-sheet.formula'
        : cell.flaw === 'rounded'
          ? 'branch-sheet.rounded'
          : holdsPersonalNumber(text)
            ? 'request.personal-number'
            : text.length > LENGTH_MAX[column]
              ? 'branch-sheet.too-long'
              : undefined;
    if (fault === undefined) return text;
    find({ row, column: at(column) }, fault, { max: LENGTH_MAX[column] });
    return undefined;
  };
  /** What a reader of one value makes of it; what it refuses is found. */
  const read = <T>(column: Column, reader: (text: string) => T): T | null => {
    const text = textOf(column);
    if (text === undefined) return null;
    try {
      return reader(text);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      find({ row, column: at(column) }, error.code, error.parameters);
      return null;
    }
  };
  const name = textOf('name');
  if (!given.has('name')) find({ row, column: at('name') }, 'branch-sheet.name-missing');
  const code = read('code', ownCode);
  const kind = read('kind', (text) => meant(KINDS, text) ?? refuse('branch-sheet.kind-unknown', { kind: text }));
  const region = read('region', readRegion);
  const person = textOf('person');
  const role = read('role', (text) => meant(ROLES, text) ?? refuse('role.unknown', { role: text }));
  if (given.has('role') && !given.has('person')) find({ row, column: at('person') }, 'branch-sheet.person-missing');
  if (given.has('person') && !given.has('role')) find({ row, column: at('role') }, 'branch-sheet.role-missing');
  const invited = person === undefined || role === null ? null : { name: person, role };
  return { row, name: name ?? '', code, kind, region, invited };
}

function refuse(code: ProblemCode, parameters: Record<string, string>): never {
  throw new Problem(code, parameters);
}

function findTwice(
  branches: readonly WantedBranch[],
  keyOf: (branch: WantedBranch) => string | null,
  found: (row: number, key: string, first: number) => void,
): void {
  const seen = new Map<string, number>();
  for (const branch of branches) {
    const key = keyOf(branch);
    if (key === null || key === '') continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, branch.row);
    else found(branch.row, key, first);
  }
}
