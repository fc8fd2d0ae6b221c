/** What a part of an export holds: which stretches of the log, and what their texts have in common. */
import { Problem } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { lastPosition, type Run, selectRuns } from '../../integrity/index.ts';
import { isOfEvents, jsonContext } from '../query/received.ts';
import { type BlockHead, selectHeads, selectOwnContexts } from '../query/store.ts';

/** Positions of the log are counted from 0; both bounds belong to it. */
export interface PartWanted {
  readonly from: number;
  /** The end of all parts; where the log ends now if not given. */
  readonly until?: number | undefined;
  /** Records, at most. */
  readonly count: number;
  /** Elements of vocabularies are records of it too; else they are passed over, as what is no record. */
  readonly hasElements: boolean;
}

/** Neighbouring places of one block. */
export interface Piece extends BlockHead {
  /** Position of the first of these places. */
  readonly position: number;
  readonly place: number;
  readonly count: number;
}

/** A part. The log only grows, so that the same bounds give the same part at any time. */
export interface Part {
  readonly from: number;
  /** The last position that it has looked at. */
  readonly to: number;
  readonly until: number;
  readonly events: readonly Piece[];
  /** Elements of vocabularies. */
  readonly elements: readonly Piece[];
  /** The `@context` in JSON, as text, by its id. */
  readonly contexts: ReadonlyMap<string, string>;
  /** When the last of its records was received; undefined where it has none. */
  readonly receivedAt: Date | undefined;
}

/** @throws Problem `query.parameter` where a bound is beyond the log */
export function planPart(ctx: Ctx, wanted: PartWanted): Promise<Part> {
  return ctx.read(async (tx) => {
    const last = await lastPosition(tx);
    const { from, until = last, count, hasElements } = wanted;
    // What is recorded later would make such a part another one.
    if (until > last) throw new Problem('query.parameter', { name: 'until' });
    if (from > until + 1) throw new Problem('query.parameter', { name: 'from' });
    const { pieces, to } = await piecesWithin(tx, { from, until, count, hasElements });
    const ids = [...new Set(pieces.map(({ contextId }) => contextId))];
    const contexts = await selectOwnContexts(tx, ids);
    return {
      from,
      to,
      until,
      events: pieces.filter(isOfEvents),
      elements: pieces.filter((piece) => !isOfEvents(piece)),
      contexts: new Map(ids.map((id) => [id, jsonContext(JSON.parse(contexts.get(id) ?? 'null'))])),
      receivedAt: pieces.at(-1)?.receivedAt,
    };
  });
}

export function countOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { count }) => sum + count, 0);
}

const RUNS = 1_000; // some 100 kB of rows

type Bounds = PartWanted & { readonly until: number };

async function piecesWithin(
  tx: Queryable,
  { from, until, count, hasElements }: Bounds,
): Promise<{ readonly pieces: Piece[]; readonly to: number }> {
  const pieces: Piece[] = [];
  let left = count;
  for (let next = from; next <= until; ) {
    const runs = await selectRuns(tx, next, RUNS);
    const heads = await selectHeads(
      tx,
      runs.map(({ block }) => block),
    );
    for (const run of runs) {
      const head = heads.get(run.block);
      // The log has leaves of other things as well: what people did, countersignatures.
      if (head === undefined || !(hasElements || isOfEvents(head))) continue;
      const piece = pieceWithin(run, head, { from, until });
      if (piece === undefined) continue;
      if (left === 0) return { pieces, to: endOf(pieces) };
      const taken = Math.min(piece.count, left);
      pieces.push({ ...piece, count: taken });
      left -= taken;
      if (taken < piece.count) return { pieces, to: endOf(pieces) };
    }
    const last = runs.at(-1);
    if (last === undefined || runs.length < RUNS) break;
    next = last.first + last.count;
  }
  return { pieces, to: until };
}

function endOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last === undefined ? -1 : last.position + last.count - 1;
}

function pieceWithin(
  { first, count }: Run,
  head: BlockHead,
  { from, until }: Pick<Bounds, 'from' | 'until'>,
): Piece | undefined {
  const place = Math.max(0, from - first);
  const end = Math.min(count, until - first + 1);
  return place < end ? { ...head, position: first + place, place, count: end - place } : undefined;
}
