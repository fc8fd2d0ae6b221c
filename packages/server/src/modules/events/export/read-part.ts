/** The records of a part, page by page. Each page is a transaction of its own: none is held while a client reads. */
import { type EventFacts, readFacts } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { identityOf } from '../query/identity.ts';
import type { ShownEvent } from '../query/query-document.ts';
import { readReceivedOf } from '../query/received.ts';
import { type EventRow, selectBlocks, selectOwn } from '../query/store.ts';
import type { Part, Piece } from './plan-part.ts';

/** An event by what it says, without its text. */
interface FactsAt {
  readonly position: number;
  readonly receivedAt: Date;
  /** eventID, or the CBV hash ID. */
  readonly identity: string;
  readonly facts: EventFacts;
}

export interface ExportedElement {
  readonly body: string;
  readonly contextId: string;
}

/** Of one transaction, so that it is short, and its texts fit the memory of a small machine. */
const PAGE = { records: 1_000, pieces: 64, packedBytes: 4 * 1024 * 1024 };

export async function* eventPages(ctx: Ctx, pieces: readonly Piece[]): AsyncGenerator<readonly ShownEvent[]> {
  for (const page of pagesOf(pieces)) yield await ctx.read((tx) => readEvents(tx, page));
}

/** Facts are opened one by one: those of a page may be large. */
export async function* factPages(ctx: Ctx, pieces: readonly Piece[]): AsyncGenerator<() => Iterable<FactsAt>> {
  for (const page of pagesOf(pieces)) {
    const rows = await ctx.read((tx) => readRows(tx, placesOf(page)));
    yield function* () {
      for (const { position, receivedAt, row } of rows)
        yield { position, receivedAt, identity: identityOf(row), facts: readFacts(row.facts) };
    };
  }
}

/** The units that the events of a part name, each once. */
export async function unitsOfPart(ctx: Ctx, { events }: Pick<Part, 'events'>): Promise<string[]> {
  const codes = new Set<string>();
  for await (const page of factPages(ctx, events)) {
    for (const { facts } of page()) for (const { code } of facts.units) codes.add(code);
  }
  return [...codes];
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
  readonly receivedAt: Date;
}

function placesOf(pieces: readonly Piece[]): PlaceOf[] {
  return pieces.flatMap(({ block, place, position, receivedAt, count }) =>
    Array.from({ length: count }, (_, i) => ({ block, place: place + i, position: position + i, receivedAt })),
  );
}

async function readRows(tx: Queryable, places: readonly PlaceOf[]): Promise<(PlaceOf & { readonly row: EventRow })[]> {
  const ids = await selectBlocks(tx, [...new Set(places.map(({ block }) => block))]);
  const named = places.map((each) => ({ ...each, eventId: ids.get(each.block)?.[each.place] ?? '' }));
  const rows = new Map((await selectOwn(tx, named)).map((row) => [row.id, row]));
  return named.map(({ eventId, ...at }) => {
    const row = rows.get(eventId);
    if (row === undefined) throw new Error(`nothing is derived of place ${at.place} of block ${at.block}`);
    return { ...at, row };
  });
}

async function readEvents(tx: Queryable, pieces: readonly Piece[]): Promise<ShownEvent[]> {
  const rows = await readRows(tx, placesOf(pieces));
  const received = await readReceivedOf(tx, rows);
  return received.map((text, i) => {
    const row = rows[i]?.row;
    if (row === undefined) throw new Error('more was received than was asked for');
    return { ...text, identity: identityOf(row) };
  });
}
