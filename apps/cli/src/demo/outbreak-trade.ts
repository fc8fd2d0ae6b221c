/** Trade by lot in the outbreak chain: what a company has in stock, and goods handed from one to the next. */

import { DAY_MS, dateDigits, HOUR_MS } from './calendar.ts';
import { type Campaign, record } from './campaign.ts';
import type { Code } from './codes.ts';
import { type Amount, objectEvent, type Route, receiving, shipping } from './event-builders.ts';
import { lotMaster, lotNumberOf, paper } from './papers.ts';
import type { Party } from './parties.ts';
import type { ProductKind } from './products.ts';

/** So much of a lot on somebody's floor. */
export interface Stock {
  readonly kind: ProductKind;
  readonly lot: Code;
  readonly arrivedMs: number;
  leftKg: number;
}

/** The outbreak's market while a campaign runs. */
export interface Market {
  readonly campaign: Campaign;
  /** By the company's prefix. */
  readonly stocks: Map<string, Stock[]>;
  /** Lots, by URN, that hold something of the contaminated seed. */
  readonly tainted: Set<string>;
}

const FRESH_MS = 6 * DAY_MS;

export interface Journey extends Route {
  readonly departMs: number;
  readonly hours: number;
}

/** Ships and, at the end of the journey, receives. */
export function handOver(campaign: Campaign, goods: readonly Amount[], { departMs, hours, ...route }: Journey): void {
  const number = `${dateDigits(departMs)}${route.to.prefix.slice(-6)}`;
  const papers = [paper('deliveryNote', route.from, number)];
  const amounts = { amounts: goods };
  record(campaign, route.from, shipping({ timeMs: departMs, papers }, route, amounts));
  record(campaign, route.to, receiving({ timeMs: departMs + hours * HOUR_MS, papers }, route, amounts));
}

/** Puts a lot into being: grown, drawn or harvested, not made of other lots. */
export function bringForth(
  campaign: Campaign,
  by: Party,
  { timeMs, ...amount }: Amount & { readonly timeMs: number },
): void {
  const ilmd = lotMaster(lotNumberOf(amount.lot), timeMs, by.country);
  const at = { by, timeMs, step: 'creating_class_instance', disposition: 'active', ilmd };
  record(campaign, by, objectEvent(at, 'ADD', { amounts: [amount] }));
}

export function stockOf({ stocks }: Market, { prefix }: Party): Stock[] {
  const stock = stocks.get(prefix) ?? [];
  stocks.set(prefix, stock);
  return stock;
}

/** Takes this much of a fresh lot of one of these kinds; undefined when there is none. */
export function takeFresh(
  market: Market,
  from: Party,
  want: { kinds: readonly ProductKind[]; kg: number; nowMs: number },
): Amount | undefined {
  const { kinds, kg, nowMs } = want;
  const fresh = stockOf(market, from).filter(
    ({ kind, leftKg, arrivedMs }) =>
      kinds.includes(kind) && leftKg >= kg && arrivedMs < nowMs && nowMs - arrivedMs < FRESH_MS,
  );
  if (fresh.length === 0) return undefined;
  const stock = market.campaign.random.pick(fresh);
  stock.leftKg -= kg;
  return { lot: stock.lot, quantity: kg };
}

/** Marks what was made of a tainted lot. */
export function passOn({ tainted }: Market, inputs: readonly Amount[], output: Code): void {
  if (inputs.some(({ lot }) => tainted.has(lot.urn))) tainted.add(output.urn);
}
