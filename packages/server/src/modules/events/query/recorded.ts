/** Who recorded events that were read together, at which positions of the log. */
import type { PackedRows } from './packed-rows.ts';
import type { Packed } from './store-packed.ts';
import type { Batch } from './stored-event.ts';

/** Of a record: id of its event, recorder, block, place in it. */
const RECORD = { event: 0, org: 16, block: 20, place: 28, bytes: 32 } as const;
/** Of a block of the log: its number, and the position of its first leaf. */
const FIRST = { block: 0, position: 8, bytes: 16 } as const;

export type Recorded = Pick<Batch, 'positions' | 'blocks' | 'recordedBy'>;

export function recordedOf(rows: PackedRows, { records, firsts: packedFirsts }: Packed): Recorded {
  const firsts = firstsIn(packedFirsts);
  const positions = new Float64Array(rows.count).fill(-1);
  const ofBlocks = new Float64Array(rows.count).fill(-1);
  const recordedBy: (readonly number[])[] = [];
  const lists = new Map<string, readonly number[]>();
  eachRow(rows, records, (row, from, to) => {
    const own: Placed[] = [];
    for (let at = from; at < to; at += RECORD.bytes) own.push(placed(records, at, firsts));
    own.sort((a, b) => a.order - b.order);
    const [first] = own;
    if (first !== undefined) {
      positions[row] = first.order === LAST ? -1 : first.order;
      ofBlocks[row] = first.block;
    }
    recordedBy.push(once(lists, own));
  });
  return { positions, blocks: ofBlocks, recordedBy };
}

/** Those that wait for the log come last. */
const LAST = Number.MAX_SAFE_INTEGER;

interface Placed {
  readonly order: number;
  readonly block: number;
  readonly org: number;
}

function placed(records: Buffer, at: number, firsts: ReadonlyMap<number, number>): Placed {
  const block = blockAt(records, at);
  const first = firsts.get(block);
  const order = first === undefined ? LAST : first + records.readInt32BE(at + RECORD.place);
  return { order, block, org: records.readInt32BE(at + RECORD.org) };
}

/** Most events of a chain are recorded by few: those of one hold one list. */
function once(lists: Map<string, readonly number[]>, own: readonly Placed[]): readonly number[] {
  const recorders = [...new Set(own.map(({ org }) => org))];
  const key = recorders.join(' ');
  const list = lists.get(key) ?? recorders;
  lists.set(key, list);
  return list;
}

/** Both are in the order of the ids: the records of each row lie together, those of other events of an identity between them. */
function eachRow(rows: PackedRows, records: Buffer, visit: (row: number, from: number, to: number) => void): void {
  let at = 0;
  for (let row = 0; row < rows.count; row += 1) {
    while (at < records.length && rows.compareId(row, records, at + RECORD.event) > 0) at += RECORD.bytes;
    const from = at;
    while (at < records.length && rows.compareId(row, records, at + RECORD.event) === 0) at += RECORD.bytes;
    visit(row, from, at);
  }
}

function firstsIn(packed: Buffer): Map<number, number> {
  const firsts = new Map<number, number>();
  for (let at = 0; at < packed.length; at += FIRST.bytes)
    firsts.set(Number(packed.readBigInt64BE(at + FIRST.block)), Number(packed.readBigInt64BE(at + FIRST.position)));
  return firsts;
}

function blockAt(records: Buffer, at: number): number {
  return Number(records.readBigInt64BE(at + RECORD.block));
}
