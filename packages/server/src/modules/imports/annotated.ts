/** The rows of a file that cannot be recorded, or were refused, each with what is wrong with it: to be mended and sent again. */
import { Readable } from 'node:stream';
import { type Language, Problem } from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import type { Words } from '../../platform/tables/column-spec.ts';
import type { TableRow } from '../../platform/tables/table.ts';
import { type AnnotatedRow, writeAnnotated } from '../../platform/tables/write-annotated.ts';
import type { ImportDeps } from './deps.ts';
import { fileOnDisk, missingParts } from './file-parts.ts';
import { type OpenImport, openImport } from './reading-of.ts';
import { findImport, type Refusal, selectRefusals } from './store-imports.ts';
import { turnTaker } from './turns.ts';

const AS = { as: 'identity' } as const;
const REFUSALS_AT_ONCE = 1_000;

interface AnnotatedFile {
  readonly name: string;
  readonly body: Readable;
}

/** @throws Problem `resource.not-found`, `import.unchecked`, `import.gone` */
export async function annotatedOf(
  ctx: Ctx,
  deps: ImportDeps,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<AnnotatedFile> {
  const row = await ctx.read((tx) => findImport(tx, id), AS);
  if (row === undefined) throw new Problem('resource.not-found', { what: id });
  const { sha256: digest, state, name, bytes } = row;
  if (digest === null || (state !== 'checked' && state !== 'recorded')) throw new Problem('import.unchecked');
  const missing = await ctx.read((tx) => missingParts(tx, row), AS);
  if (missing.length > 0) throw new Problem('import.gone');
  const { pack, stage } = row;
  async function* written(): AsyncGenerator<Buffer> {
    // Not before it is read: whoever asks for the head alone leaves no file behind.
    const file = await fileOnDisk(ctx, deps, { id, bytes });
    try {
      const open = await openImport(ctx, deps, { pack, stage, path: file.path, sha256: digest ?? '' });
      const refusals = createRefusals((after) =>
        ctx.read((tx) => selectRefusals(tx, id, { after, limit: REFUSALS_AT_ONCE }), AS),
      );
      yield* writeAnnotated({ language, name: open.sheet, ...tableOf(open), rows: faultyRows(open, refusals) });
    } finally {
      await file.remove();
    }
  }
  return { name: name.replace(/\.[^.]*$/, ''), body: Readable.from(written()) };
}

/** The headings of the file; what stands above the table becomes columns behind it, so that the copy is whole by itself. */
function tableOf({ header, columns }: OpenImport): { readonly headings: readonly string[] } {
  const width = widthOf(header);
  const headings = Array.from({ length: width }, () => '');
  for (const { column, name } of header.unknown) headings[column - 1] = name;
  for (const [id, column] of header.columnOf) {
    const name = columns.find(({ spec }) => spec.id === id)?.spec.names[0] ?? id;
    const part = header.partOf.get(id);
    const before = headings[column - 1] ?? '';
    headings[column - 1] = part === undefined || before === '' ? name : `${before}${part.separator}${name}`;
  }
  return { headings: [...headings, ...saidOf(header).map(({ key }) => key)] };
}

type Header = OpenImport['header'];

function widthOf({ columnOf, unknown }: Header): number {
  return Math.max(0, ...columnOf.values(), ...unknown.map(({ column }) => column));
}

const saidOf = ({ before, columnOf }: Header): Header['before'] =>
  before.filter(({ id }) => id !== undefined && !columnOf.has(id));

async function* faultyRows({ header, readRow, rows }: OpenImport, refusals: Refusals): AsyncGenerator<AnnotatedRow> {
  const [width, said] = [widthOf(header), saidOf(header)];
  const turn = turnTaker();
  for await (const row of rows()) {
    await turn();
    const read = readRow(row);
    const faults = new Map<number, Words>();
    for (const { at, message } of read.ok ? [] : read.faults) if (!faults.has(at)) faults.set(at, message);
    const refusal = await refusals.of(row.row);
    if (refusal !== undefined) faults.set(0, { zh: refusal.zh, en: refusal.en });
    if (faults.size === 0) continue;
    yield { row: withSaid(row, { width, said }), faults };
  }
}

function withSaid(
  row: TableRow,
  { width, said }: { readonly width: number; readonly said: Header['before'] },
): TableRow {
  return { ...row, cells: new Map([...row.cells, ...said.map(({ cell }, n) => [width + n + 1, cell] as const)]) };
}

interface Refusals {
  /** Rows are asked for in their order. */
  of(row: number): Promise<Refusal | undefined>;
}

function createRefusals(select: (after: number) => Promise<readonly Refusal[]>): Refusals {
  let [page, next, after, isLast]: [readonly Refusal[], number, number, boolean] = [[], 0, 0, false];
  return {
    async of(row) {
      for (;;) {
        while (next < page.length && (page[next]?.row ?? 0) < row) next += 1;
        if (next < page.length || isLast) break;
        page = await select(after);
        [next, after, isLast] = [0, page.at(-1)?.row ?? after, page.length < REFUSALS_AT_ONCE];
      }
      const found = page[next];
      return found?.row === row ? found : undefined;
    },
  };
}
