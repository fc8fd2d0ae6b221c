/** Entries that look like one thing, in groups with what they have in common. */
import { ENTRY_KINDS, type EntryKind } from '@suyuan/api';
import { type DuplicatesBody, GROUP_MAX, MERGE_REASONS, type TwinBody } from '@suyuan/api/merges';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, mustBe } from '../../identity/index.ts';
import { differentIn } from '../../registry/index.ts';
import { KINDS, kindOf } from '../kinds.ts';
import type { VersionRow } from '../store-catalogue.ts';
import { entryBody } from '../versions.ts';
import { readCodes, writeCodes } from './cursor.ts';
import { selectGroups, selectLast } from './store-merges.ts';

export interface DuplicatesWanted {
  readonly kind?: EntryKind;
  readonly cursor?: string;
  readonly count: number;
}

/** @throws Problem `query.parameter` */
export async function findDuplicates(ctx: Ctx, { kind, cursor, count }: DuplicatesWanted): Promise<DuplicatesBody> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const kinds = ENTRY_KINDS.filter((each) => kind === undefined || each === kind);
  const wanted = { after: cursor === undefined ? null : readCodes(cursor), count: count + 1, groupMax: GROUP_MAX };
  return ctx.read(async (tx) => {
    const found = await selectGroups(tx, {
      ...wanted,
      kinds: kinds.map((each) => ({ kind: each, types: KINDS[each].types })),
    });
    const page = found.slice(0, count);
    const rows = await selectLast(tx, [...new Set(page.flatMap(({ codes }) => codes))]);
    const byCode = new Map(rows.map((row) => [row.code, row]));
    const last = page.at(-1);
    return {
      groups: page.flatMap(({ codes, reasons }) =>
        groupOf(
          codes.flatMap((code) => byCode.get(code) ?? []),
          reasons,
        ),
      ),
      count: found[0]?.count ?? 0,
      ...(found.length > count && last !== undefined ? { next: writeCodes(last.codes) } : {}),
    };
  });
}

type Group = DuplicatesBody['groups'][number];

function groupOf(rows: readonly VersionRow[], reasons: readonly string[]): Group[] {
  const isApart = (a: VersionRow, b: VersionRow): boolean =>
    differentIn(a.attributes).includes(b.code) || differentIn(b.attributes).includes(a.code);
  // Of three, two may still be one.
  const open = rows.filter((row) => rows.some((other) => other !== row && !isApart(row, other)));
  const kind = kindOf(open[0]?.type ?? '');
  const keep = open.toSorted((a, b) => filled(b) - filled(a) || a.at.getTime() - b.at.getTime())[0];
  if (kind === null || keep === undefined) return [];
  const common = MERGE_REASONS.filter((reason) => reasons.includes(reason));
  return [{ kind, reasons: common, keep: keep.code, entries: open.map(twinOf) }];
}

function twinOf(row: VersionRow): TwinBody {
  const { code, name, attributes, identifiers, at } = entryBody(row);
  return { code, name, attributes, identifiers, at };
}

/** How much is said of it. */
function filled({ attributes, children }: VersionRow): number {
  return Object.keys(attributes).length + children.length;
}
