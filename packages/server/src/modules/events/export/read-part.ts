/** The records of a part, page by page. Each page is a transaction of its own: none is held while a client reads. */
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { identityOf } from '../query/identity.ts';
import type { ShownEvent } from '../query/query-document.ts';
import { readReceivedOf } from '../query/received.ts';
import { type EventRow, selectBlocks, selectOwn } from '../query/store.ts';
import type { Piece } from './plan-part.ts';

export interface ExportedEvent extends ShownEvent {
  readonly position: number;
  readonly row: EventRow;
}

export interface ExportedElement {
  readonly body: string;
  readonly contextId: string;
}

/** Of one transaction, so that it is short, and its texts fit the memory of a small machine. */
const PAGE = { records: 1_000, pieces: 64, packedBytes: 4 * 1024 * 1024 };

export async function* eventPages(ctx: Ctx, pieces: readonly Piece[]): AsyncGenerator<readonly ExportedEvent[]> {
  for (const page of pagesOf(pieces)) yield await ctx.read((tx) => readEvents(tx, page));
}

export async function* elementPages(ctx: Ctx, pieces: readonly Piece[]): AsyncGenerator<readonly ExportedElement[]> {
  for (const page of pagesOf(pieces)) yield await ctx.read((tx) => readReceivedOf(tx, placesOf(page)));
}

function* pagesOf(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let page: Piece[] = [];
  let [records, bytes] = [0, 0];
  for (const piece of pieces) {
    const isFull =
      page.length === PAGE.pieces ||
      records + piece.count > PAGE.records ||
      bytes + piece.packedBytes > PAGE.packedBytes;
    if (page.length > 0 && isFull) {
      yield page;
      page = [];
      [records, bytes] = [0, 0];
    }
    page.push(piece);
    records += piece.count;
    bytes += piece.packedBytes;
  }
  if (page.length > 0) yield page;
}

interface PlaceOf {
  readonly block: number;
  readonly place: number;
  readonly position: number;
}

function placesOf(pieces: readonly Piece[]): PlaceOf[] {
  return pieces.flatMap(({ block, place, position, count }) =>
    Array.from({ length: count }, (_, i) => ({ block, place: place + i, position: position + i })),
  );
}

async function readEvents(tx: Queryable, pieces: readonly Piece[]): Promise<ExportedEvent[]> {
  const places = placesOf(pieces);
  const ids = await selectBlocks(
    tx,
    pieces.map(({ block }) => block),
  );
  const named = places.map((each) => ({ ...each, eventId: ids.get(each.block)?.[each.place] ?? '' }));
  const rows = new Map((await selectOwn(tx, named)).map((row) => [row.id, row]));
  const received = await readReceivedOf(tx, places);
  return named.map(({ eventId, position, block, place }, i) => {
    const [row, text] = [rows.get(eventId), received[i]];
    if (row === undefined || text === undefined)
      throw new Error(`nothing is derived of place ${place} of block ${block}`);
    return { ...text, position, row, identity: identityOf(row) };
  });
}
