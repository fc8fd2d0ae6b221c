/** Drills of an organisation: run once for each id, kept as they were found, read again. */
import { Problem } from '@suyuan/api';
import type { Drill, DrillSummary, Drills, NewDrill } from '@suyuan/api/drills';
import { readCode } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import { pickLot } from './pick-lot.ts';
import type { Ran } from './run-drill.ts';
import { sayDrill } from './say-drill.ts';
import { type DrillRow, findDrill, insertDrill, selectDrills } from './store-drills.ts';

const AS = { as: 'identity' } as const;

/** Whoever may ask for a trace and for records. @throws Problem `right.missing` and what else refuses a right */
function mustDrill({ actor }: Ctx): void {
  mustBe(actor, 'trace');
  mustBe(actor, 'query');
  actingFor(actor);
}

export interface HoldDrill {
  drill(code: string): Promise<Ran>;
}

/** @throws Problem `drill.nothing`, `drill.class`, `drill.unknown` */
export async function holdDrill(ctx: Ctx, { drill }: HoldDrill, { id, code: given }: NewDrill): Promise<Drill> {
  mustDrill(ctx);
  const { no: orgNo } = actingFor(ctx.actor);
  const known = await ctx.read((tx) => findDrill(tx, id), AS);
  if (known !== undefined) return readDrill(ctx, id);
  const asked = given?.trim();
  if (asked !== undefined && (asked === '' || readCode(asked).names === 'class'))
    throw new Problem('drill.class', { code: asked });
  const startedAt = ctx.clock.now();
  const { code, outcome, result } = await drill(asked ?? (await pickLot(ctx)));
  if (result.looked.up.events + result.looked.down.events === 0) throw new Problem('drill.unknown', { code });
  const isPicked = asked === undefined;
  await ctx.write(async (tx) => {
    const row = { orgNo, id, code, isPicked, startedAt, outcome, result, logRoot: Buffer.from(result.log.root, 'hex') };
    // Of two who send the same at once the first is kept, and both are told that.
    if (!(await insertDrill(tx, { ...row, by: ctx.actor.personId ?? null }))) return;
    await noteHere(tx, ctx, { kind: 'drill.run', about: id, detail: { code, outcome, picked: isPicked } });
  }, AS);
  return readDrill(ctx, id);
}

/** @throws Problem `resource.not-found` */
export async function readDrill(ctx: Ctx, id: string): Promise<Drill> {
  mustDrill(ctx);
  const row = await ctx.read((tx) => findDrill(tx, id), AS);
  if (row === undefined) throw new Problem('resource.not-found', { what: id });
  const { code, isPicked, result } = row;
  return { ...summaryOf(row), said: sayDrill({ code, isPicked, result }), result };
}

export async function listDrills(
  ctx: Ctx,
  { after, count }: { readonly after: string | null; readonly count: number },
): Promise<Drills> {
  mustDrill(ctx);
  const rows = await ctx.read((tx) => selectDrills(tx, { after, limit: count + 1 }), AS);
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    drills: told.map(summaryOf),
    ...(rows.length > count && last !== undefined ? { next: last.id } : {}),
  };
}

function summaryOf({ id, code, product, isPicked, startedAt, tookMs, by, outcome, isWhole }: DrillRow): DrillSummary {
  return {
    ...{ id, code, isPicked, startedAt: startedAt.toISOString(), tookMs, outcome, isWhole },
    ...(product?.name === undefined ? {} : { name: product.name }),
    ...(by === null ? {} : { by }),
  };
}
