/** Opens the file of an import as rows that can be read as records of its stage. */
import { Problem } from '@suyuan/api';
import { dayOf, stageForm } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import type { TableRow } from '../../platform/tables/table.ts';
import { actingFor } from '../identity/index.ts';
import { findPack } from '../recording/index.ts';
import { columnsOf, type ImportColumn } from './columns.ts';
import type { ImportingDeps } from './deps.ts';
import { openRows } from './open-rows.ts';
import { type RowRead, type RowReading, rowReader } from './read-row.ts';
import { rowEventID } from './row-event-id.ts';

export interface OfStage {
  readonly pack: string;
  readonly stage: string;
}

/** @throws Problem `resource.not-found` */
export async function formFor(ctx: Ctx, { packs }: Pick<ImportingDeps, 'packs'>, { pack, stage }: OfStage) {
  const { loaded } = findPack(await packs(), pack);
  const form = stageForm(loaded, stage, dayOf(ctx.clock.now().getTime()));
  if (form === undefined) throw new Problem('resource.not-found', { what: `${pack}/${stage}` });
  return { loaded, form };
}

export interface OpenImport {
  readonly sheet: string;
  readonly columns: readonly ImportColumn[];
  readonly header: RowReading['header'];
  rows(): AsyncIterable<TableRow>;
  readRow(row: TableRow): RowRead;
  /** Of the event of a row: always the same. */
  eventID(row: number): string;
}

/** @throws Problem of the file, told to whoever sent it */
export async function openImport(
  ctx: Ctx,
  deps: Pick<ImportingDeps, 'packs'>,
  { path, sha256, pack, stage }: OfStage & { readonly path: string; readonly sha256: string },
): Promise<OpenImport> {
  const { loaded, form } = await formFor(ctx, deps, { pack, stage });
  const columns = columnsOf(form);
  const { sheet, header, rows } = await openRows(path, columns);
  const of = { orgId: actingFor(ctx.actor).id, pack, stage, sha256, sheet };
  const readRow = rowReader({ loaded, form, columns, header });
  return { sheet, columns, header, rows, readRow, eventID: (row) => rowEventID(of, row) };
}
