/** What people recorded last by a sheet, for whoever leads them on from there. */
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { RecordingDeps } from './deps.ts';
import { contentOf } from './sealed-content.ts';
import { findSheet, selectSheets } from './store-sheets.ts';

export interface RecordedLast {
  /** How many there are, counted no further than was asked. */
  readonly count: number;
  /** `unit` is the first of its goods, as it was entered. */
  readonly last: { readonly sheet: string; readonly unit?: string } | undefined;
}

export async function recordedLast(ctx: Ctx, { keyring }: RecordingDeps, limit: number): Promise<RecordedLast> {
  mustBe(ctx.actor, 'query');
  const { no: orgNo } = actingFor(ctx.actor);
  const { rows, whole } = await ctx.read(
    async (tx) => {
      const rows = await selectSheets(tx, { state: 'recorded', after: null, limit });
      return { rows, whole: rows[0] === undefined ? undefined : await findSheet(tx, rows[0].id) };
    },
    { as: 'identity' },
  );
  if (whole === undefined) return { count: rows.length, last: undefined };
  const unit = contentOf(keyring, { orgNo, id: whole.id }, whole).units?.[0]?.code;
  return { count: rows.length, last: { sheet: whole.id, ...(unit === undefined ? {} : { unit }) } };
}
