/** The map is set, replaced and removed by whoever runs the installation, and seen by whoever is signed in. */
import { hash } from 'node:crypto';
import { Problem } from '@suyuan/api';
import { type ApprovedMap, MAP_BYTES_MAX, type MapElement, type NewMap, type OperatedMap } from '@suyuan/api/maps';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe, mustHaveProven, noteHere, personOf } from '../identity/index.ts';
import { readApprovalNumber } from './approval-number.ts';
import { readMap } from './read-map.ts';
import { deleteMap, putMap, selectMap } from './store-map.ts';

const AS = { as: 'identity' } as const;

/** Null where there is none. */
export async function mapFor(ctx: Ctx): Promise<ApprovedMap | null> {
  personOf(ctx.actor);
  const kept = await ctx.read(selectMap, AS);
  return kept === undefined ? null : { number: kept.number, maker: kept.maker, drawing: JSON.parse(kept.drawing) };
}

export async function operatedMap(ctx: Ctx): Promise<OperatedMap['map']> {
  mustBe(ctx.actor, 'operate');
  const kept = await ctx.read(selectMap, AS);
  if (kept === undefined) return null;
  const { number, maker, setAt, setBy } = kept;
  return { number, maker, setAt: setAt.toISOString(), setBy, drawing: JSON.parse(kept.drawing) };
}

/** What would be kept of a file. @throws Problem `map.invalid`, `map.large` */
export function checkMap({ actor }: Ctx, svg: string): MapElement {
  mustBe(actor, 'operate');
  return drawingOf(svg);
}

/** @throws Problem `map.invalid`, `map.large`, `map.number`, `map.maker` */
export async function setMap(ctx: Ctx, given: NewMap): Promise<void> {
  mustOperate(ctx);
  const number = readApprovalNumber(given.number);
  if (number === undefined) throw new Problem('map.number');
  const maker = given.maker.trim();
  if (maker === '') throw new Problem('map.maker');
  const drawing = JSON.stringify(drawingOf(given.svg));
  const { personId } = personOf(ctx.actor);
  await ctx.write(async (tx) => {
    await putMap(tx, { number, maker, drawing, setAt: ctx.clock.now() }, personId);
    await noteHere(tx, ctx, { kind: 'map.set', detail: { number, maker, digest: hash('sha256', drawing, 'hex') } });
  }, AS);
}

/** @throws Problem `resource.not-found` where there is none */
export async function removeMap(ctx: Ctx): Promise<void> {
  mustOperate(ctx);
  await ctx.write(async (tx) => {
    const number = await deleteMap(tx);
    if (number === undefined) throw new Problem('resource.not-found', { what: 'map' });
    await noteHere(tx, ctx, { kind: 'map.removed', detail: { number } });
  }, AS);
}

function drawingOf(svg: string): MapElement {
  if (Buffer.byteLength(svg) > MAP_BYTES_MAX) throw new Problem('map.large');
  const read = readMap(svg);
  if (read.ok) return read.drawing;
  throw new Problem('map.invalid', { count: read.faults.length }, { findings: read.faults });
}

function mustOperate({ actor, clock }: Ctx): void {
  mustBe(actor, 'operate');
  mustHaveProven(actor, clock.now());
  actingFor(actor);
}
