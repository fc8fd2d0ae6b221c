/** Orders as they are told: with names, with what was shipped, and how they stand by that. */
import type { Order, OrderLine, OrderState, OrderSummary } from '@suyuan/api/orders';
import type { Ctx } from '../../platform/ctx.ts';
import { ownMaster } from '../disclosure/index.ts';
import { actingFor } from '../identity/index.ts';
import { displayName, findMasterData } from '../registry/index.ts';
import { countLines } from './count-lines.ts';
import { readShipments, type Shipment } from './shipments.ts';
import type { KeptLine, OrderRow } from './store-orders.ts';

type Name = OrderSummary['buyerName'];

export interface ToldOrder extends Order {
  /** From the first to the last. */
  readonly shipped: readonly Shipment[];
}

/** How rows stand by now. */
export async function tellOrders(ctx: Ctx, rows: readonly OrderRow[]): Promise<readonly ToldOrder[]> {
  const { no: orgNo } = actingFor(ctx.actor);
  const codes = rows.flatMap(({ buyer, lines }) => [buyer, ...lines.map(({ product }) => product)]);
  const { shipmentsOf, nameOf } = await ctx.read(
    async (tx) => ({
      shipmentsOf: await readShipments(tx, { orgNo, uris: rows.map(({ uri }) => uri) }),
      nameOf: await namesOf(tx, { orgNo, codes }),
    }),
    { as: 'chain' },
  );
  return rows.map((row) => toldOf(row, { shipped: shipmentsOf(row.uri), nameOf }));
}

/** What codes are called, as the organisation knows them. */
export async function namesOf(
  tx: Parameters<typeof findMasterData>[0],
  { orgNo, codes }: { readonly orgNo: number; readonly codes: readonly string[] },
): Promise<(code: string) => Name> {
  const known = await findMasterData(tx, [...new Set(codes)], { recorders: new Set([orgNo]), sees: ownMaster(orgNo) });
  return (code) => {
    const name = displayName(known.get(code));
    return name === undefined ? undefined : { zh: name.zh, en: name.en };
  };
}

interface Known {
  readonly shipped: readonly Shipment[];
  nameOf(code: string): Name;
}

function toldOf(row: OrderRow, { shipped, nameOf }: Known): ToldOrder {
  const counted = countLines(
    row.lines,
    shipped.flatMap(({ goods }) => goods),
  );
  const lines = linesOf(row.lines, counted.shipped, nameOf);
  const openCount = lines.filter(({ open }) => open !== '0').length;
  const buyerName = nameOf(row.buyer);
  return {
    ...{ id: row.id, number: row.number, version: row.version, uri: row.uri, buyer: row.buyer },
    state: stateOf(row, { openCount, isBegun: shipped.length > 0 }),
    ...(buyerName === undefined ? {} : { buyerName }),
    ...(row.wantedOn === null ? {} : { wantedOn: row.wantedOn }),
    ...(row.destination === null ? {} : { destination: row.destination }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.changedBy === null ? {} : { changedBy: row.changedBy }),
    ...{ lineCount: lines.length, openCount, changedAt: row.changedAt.toISOString() },
    ...{ lines, others: [...counted.others], shipments: shipped.map(shipmentBody).toReversed(), shipped },
  };
}

function stateOf(
  { state }: OrderRow,
  { openCount, isBegun }: { readonly openCount: number; readonly isBegun: boolean },
): OrderState {
  if (state !== 'open') return state;
  if (openCount === 0) return 'shipped';
  return isBegun ? 'partly' : 'open';
}

/** @param shipped by line, in its unit of measure */
export function linesOf(
  lines: readonly KeptLine[],
  shipped: readonly number[],
  nameOf: (code: string) => Name,
): OrderLine[] {
  return lines.map(({ product, lot, quantity, uom }, at) => {
    const name = nameOf(product);
    const gone = shipped[at] ?? 0;
    return {
      product,
      ...(name === undefined ? {} : { name }),
      ...(lot === undefined ? {} : { lot }),
      quantity,
      ...(uom === undefined ? {} : { uom }),
      shipped: String(gone),
      // Of decimals with six places no difference has more.
      open: String(Math.max(0, Number((Number(quantity) - gone).toFixed(6)))),
    };
  });
}

function shipmentBody({ eventID, atMs, goods }: Shipment): Order['shipments'][number] {
  return {
    ...{ eventID, at: new Date(atMs).toISOString() },
    goods: goods.map(({ code, quantity, uom }) => ({
      code,
      ...(quantity === undefined ? {} : { quantity: String(quantity) }),
      ...(uom === undefined ? {} : { uom }),
    })),
  };
}

/** In a list, without its lines. */
export function summaryOf(told: ToldOrder): OrderSummary {
  const { id, number, state, version, buyer, buyerName, wantedOn, lineCount, openCount, changedAt } = told;
  return {
    ...{ id, number, state, version, buyer, lineCount, openCount, changedAt },
    ...(buyerName === undefined ? {} : { buyerName }),
    ...(wantedOn === undefined ? {} : { wantedOn }),
  };
}
