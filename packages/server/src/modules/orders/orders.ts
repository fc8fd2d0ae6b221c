/** Orders of an organisation: kept as often as they are sent, closed, opened again, withdrawn. */
import { Problem } from '@suyuan/api';
import type { Order, OrderState, Orders, SaveOrder } from '@suyuan/api/orders';
import { holdsPersonalNumber, interpret } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe, noteHere, selectOwnCode } from '../identity/index.ts';
import {
  findOrder,
  insertOrder,
  type KeptState,
  lockOrder,
  type OrderContent,
  type OrderRow,
  selectAsWanted,
  selectNewest,
  setOrderState,
  updateOrder,
} from './store-orders.ts';
import { namesOf, summaryOf, type ToldOrder, tellOrders } from './tell-orders.ts';

const AS = { as: 'identity' } as const;
const PAGE = 50;
/** How an order stands is told by events: so many are looked at for one page, then whoever asks goes on from there. */
const LOOKED_MAX = 20 * PAGE;

/** Whoever records, or writes what another lets in. */
function mustWrite({ actor }: Ctx): void {
  if (!actor.rights.has('draft')) mustBe(actor, 'capture');
  actingFor(actor);
}

export interface ListOrders {
  /** All but those that are withdrawn, where none is given; `open` has those that are partly shipped with it. */
  readonly state: OrderState | undefined;
  readonly q: string;
  readonly after: string | null;
}

export async function listOrders(ctx: Ctx, { state, q, after }: ListOrders): Promise<Orders> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const sought = q.trim().toLowerCase();
  const isWanted = ({ state: stands }: ToldOrder): boolean =>
    state === undefined || stands === state || (state === 'open' && stands === 'partly');
  let from = after;
  for (let looked = 0; ; looked += PAGE) {
    const asked = { sought, after: from, limit: PAGE + 1 };
    const rows = await ctx.read(
      (tx) =>
        state === 'open' || state === 'partly'
          ? selectAsWanted(tx, asked)
          : selectNewest(tx, { ...asked, state: keptAs(state) }),
      AS,
    );
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    const next = rows.length > PAGE ? last?.id : undefined;
    const orders = (await tellOrders(ctx, page)).filter(isWanted).map(summaryOf);
    if (orders.length > 0 || next === undefined || looked + PAGE >= LOOKED_MAX)
      return { orders, ...(next === undefined ? {} : { next }) };
    from = next;
  }
}

function keptAs(state: OrderState | undefined): KeptState | null {
  return state === undefined || state === 'closed' || state === 'withdrawn' ? (state ?? null) : 'open';
}

/** @throws Problem `resource.not-found` */
export async function readOrder(ctx: Ctx, id: string): Promise<Order> {
  mustBe(ctx.actor, 'query');
  const { shipped: _, ...order } = await toldOrder(ctx, id);
  return order;
}

async function toldOrder(ctx: Ctx, id: string): Promise<ToldOrder> {
  actingFor(ctx.actor);
  const row = present(await ctx.read((tx) => findOrder(tx, id), AS), id);
  const [told] = await tellOrders(ctx, [row]);
  return present(told, id);
}

/**
 * Saves one, as often as it is sent: what is the same again changes nothing.
 * @throws Problem `order.changed`, `order.number-taken`, `order.number-kept`, `order.not-open`, `order.code`, `order.quantity`
 */
export async function saveOrder(
  ctx: Ctx,
  { id, version, ...given }: SaveOrder & { readonly id: string },
): Promise<Order> {
  mustWrite(ctx);
  mustBe(ctx.actor, 'query');
  const { no: orgNo, id: orgId } = actingFor(ctx.actor);
  const content = contentOf(given);
  const row = {
    ...{ id, ...content, sought: await soughtBy(ctx, content) },
    ...{ by: ctx.actor.personId ?? null, at: ctx.clock.now() },
  };
  await ctx.write(async (tx) => {
    const issuer = (await selectOwnCode(tx)) ?? orgId;
    if (await insertOrder(tx, { ...row, orgNo, uri: orderUri(issuer, content.number) })) {
      await noteHere(tx, ctx, { kind: 'order.made', about: id, detail: { number: content.number } });
      return;
    }
    const before = await lockOrder(tx, id);
    if (before === undefined) throw new Problem('order.number-taken', { number: content.number });
    if (isSame(before, content)) return;
    if (before.state !== 'open') throw new Problem('order.not-open');
    if (before.version !== version) throw new Problem('order.changed', { version: before.version });
    if (before.number !== content.number) throw new Problem('order.number-kept');
    await updateOrder(tx, row);
  }, AS);
  return readOrder(ctx, id);
}

/**
 * A number of one's own as a URI, of the form that CBV 2.0 §8.5 has for business transactions of whoever has no GLN: private,
 * with `bt` before the number.
 */
function orderUri(issuer: string, number: string): string {
  const own = issuer.startsWith(USCC) ? issuer.slice(USCC.length) : issuer.replaceAll('-', '');
  return `urn:suyuan:${encodeURIComponent(own)}:bt:${encodeURIComponent(number)}`;
}

const USCC = 'cn-uscc:';

function contentOf({ number, buyer, destination, wantedOn, note, lines }: Omit<SaveOrder, 'version'>): OrderContent {
  const texts = [number, note ?? ''];
  if (texts.some(holdsPersonalNumber)) throw new Problem('request.personal-number');
  return {
    ...{ number: trimmed(number), buyer: codeOf(buyer), wantedOn: wantedOn ?? null },
    destination: destination === undefined ? null : codeOf(destination),
    note: note === undefined || note.trim() === '' ? null : note.trim(),
    lines: lines.map(({ product, quantity, uom, lot }) => ({
      product: codeOf(product),
      quantity: quantityOf(quantity),
      ...(uom === undefined || uom === '' ? {} : { uom }),
      ...(lot === undefined ? {} : { lot: codeOf(lot) }),
    })),
  };
}

function trimmed(number: string): string {
  const text = number.trim().normalize('NFC');
  if (text === '') throw new Problem('order.code', { code: number });
  return text;
}

/** In the one spelling of it. */
function codeOf(text: string): string {
  const { reading } = interpret(text.trim());
  // Events name things by URIs (EPCIS 2.0 §6.4): what is of no scheme is no code.
  if (reading?.wellFormed !== true || !/^[a-z][a-z0-9+.-]*:/i.test(reading.canonical))
    throw new Problem('order.code', { code: text.slice(0, 200) });
  return reading.canonical;
}

function quantityOf(text: string): string {
  const quantity = text.trim();
  if (!/^\d{1,15}(\.\d{1,6})?$/.test(quantity) || !(Number(quantity) > 0))
    throw new Problem('order.quantity', { quantity });
  return String(Number(quantity));
}

function isSame(before: OrderRow, content: OrderContent): boolean {
  const textOf = ({ number, buyer, destination, wantedOn, note, lines }: OrderContent): string => {
    const all = lines.map(({ product, quantity, uom, lot }) => [product, quantity, uom ?? null, lot ?? null]);
    return JSON.stringify([number, buyer, destination, wantedOn, note, all]);
  };
  return textOf(before) === textOf(content);
}

/** By its number, by whom, and by what goods: their codes, and what they are called by now. */
async function soughtBy(ctx: Ctx, { number, buyer, lines }: OrderContent): Promise<string> {
  const { no: orgNo } = actingFor(ctx.actor);
  const codes = [...new Set([buyer, ...lines.map(({ product }) => product)])];
  const nameOf = await ctx.read((tx) => namesOf(tx, { orgNo, codes }), { as: 'chain' });
  const names = codes.flatMap((code) => Object.values(nameOf(code) ?? {}));
  return [number, ...codes, ...names].join('\n').toLowerCase().slice(0, SOUGHT_LENGTH_MAX);
}

const SOUGHT_LENGTH_MAX = 200_000; // five hundred codes and names of two hundred letters each

/** By somebody, with a reason: nothing more will be shipped of it. @throws Problem `order.not-open` where it is withdrawn */
export async function closeOrder(ctx: Ctx, id: string, reason: string): Promise<Order> {
  if (holdsPersonalNumber(reason)) throw new Problem('request.personal-number');
  return stand(ctx, id, { to: 'closed', from: ['open'], reason: reason.trim() });
}

/** @throws Problem `order.not-open` where it is withdrawn */
export async function reopenOrder(ctx: Ctx, id: string): Promise<Order> {
  return stand(ctx, id, { to: 'open', from: ['closed'], reason: null });
}

/** Of which nothing was shipped. @throws Problem `order.shipped` */
export async function withdrawOrder(ctx: Ctx, id: string): Promise<void> {
  mustWrite(ctx);
  const { shipped, state } = await toldOrder(ctx, id);
  if (state !== 'withdrawn' && shipped.length > 0) throw new Problem('order.shipped');
  await stand(ctx, id, { to: 'withdrawn', from: ['open', 'closed'], reason: null });
}

const NOTED = { open: 'order.reopened', closed: 'order.closed', withdrawn: 'order.withdrawn' } as const;

interface Change {
  readonly to: KeptState;
  readonly from: readonly KeptState[];
  readonly reason: string | null;
}

/** Done once, however often it is asked for. */
async function stand(ctx: Ctx, id: string, { to, from, reason }: Change): Promise<Order> {
  mustWrite(ctx);
  mustBe(ctx.actor, 'query');
  await ctx.write(async (tx) => {
    const before = present(await lockOrder(tx, id), id);
    if (before.state === to) return;
    if (!from.includes(before.state)) throw new Problem('order.not-open');
    await setOrderState(tx, id, { state: to, reason, by: ctx.actor.personId ?? null, at: ctx.clock.now() });
    await noteHere(tx, ctx, { kind: NOTED[to], about: id, detail: { number: before.number } });
  }, AS);
  return readOrder(ctx, id);
}

function present<Row>(row: Row | undefined, id: string): Row {
  if (row === undefined) throw new Problem('resource.not-found', { what: id });
  return row;
}
