/** Pairs of entries that somebody has said to be two things, with who and when. */
import type { DifferencesBody } from '@suyuan/api/merges';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, mustBe, namesOf } from '../../identity/index.ts';
import { entryBody } from '../versions.ts';
import { readCodes, writeCodes } from './cursor.ts';
import { type DifferenceRow, selectDifferences } from './store-differences.ts';
import { selectLast } from './store-merges.ts';

/** @throws Problem `query.parameter` */
export async function findDifferences(
  ctx: Ctx,
  { cursor, count }: { readonly cursor?: string; readonly count: number },
): Promise<DifferencesBody> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const after = cursor === undefined ? null : readCodes(cursor);
  const { found, entries } = await ctx.read(async (tx) => {
    const rows = await selectDifferences(tx, { after, count: count + 1 });
    const last = await selectLast(tx, [...new Set(rows.flatMap(({ one, other }) => [one, other]))]);
    return { found: rows, entries: new Map(last.map((row) => [row.code, entryBody(row)])) };
  });
  const page = found.slice(0, count);
  const people = await peopleOf(ctx, page);
  const last = page.at(-1);
  return {
    pairs: page.map(({ one, other, at, personId }) => ({
      entries: [one, other].map((code) => {
        const { kind, name } = entries.get(code) ?? { kind: null, name: null };
        return { code, kind, name };
      }),
      at: at.toISOString(),
      person: people.get(personId ?? '') ?? null,
    })),
    count: found[0]?.count ?? 0,
    ...(found.length > count && last !== undefined ? { next: writeCodes([last.one, last.other]) } : {}),
  };
}

type Named = NonNullable<DifferencesBody['pairs'][number]['person']>;

async function peopleOf(ctx: Ctx, rows: readonly DifferenceRow[]): Promise<Map<string, Named>> {
  const ids = new Set(rows.flatMap(({ personId }) => personId ?? []));
  return ctx.read(
    async (tx) => {
      const people = new Map<string, Named>();
      for (const personId of ids) {
        const { person } = await namesOf(tx, { personId, keyId: null, viaNo: null });
        if (person !== null) people.set(personId, person);
      }
      return people;
    },
    { as: 'identity' },
  );
}
