/** What an event brings into accounts of quantities, and takes out of them. Pure. */
import { lotCode, readCode } from '@suyuan/codes';
import { commonAmount, type EventFacts, type UnitMention } from '@suyuan/epcis';
import { chinaDay, isInForce } from '../pack/in-force.ts';
import type { PackBalance } from '../pack/pack.ts';
import type { Judged } from './judge.ts';
import type { LoadedPack } from './loaded-pack.ts';

/** Of one account by one event. */
export interface Movement {
  readonly balance: string;
  readonly effect: PackBalance['entries'][number]['effect'];
  /** Canonical code of a lot, of a product, or of whatever else has no class; empty where all is one account. */
  readonly account: string;
  /** Of the account; its code where it has none. */
  readonly product: string;
  /** UN/ECE Recommendation 20, of those that amounts are summed in; empty where neither amount nor unit is recorded. */
  readonly uom: string;
  /** Undefined where the event does not say how much. */
  readonly amount: number | undefined;
}

/** What a container held when something was done to it; undefined where nothing is known of it. */
export type ContentsOf = (code: string) => readonly UnitMention[] | undefined;

export function movementsOf(
  { entries }: LoadedPack,
  facts: EventFacts,
  { stage, values, contentsOf }: Pick<Judged, 'stage' | 'values'> & { readonly contentsOf: ContentsOf },
): Movement[] {
  const its = entries.get(stage) ?? [];
  if (its.length === 0 || facts.errorDeclaration !== undefined) return [];
  const day = chinaDay(facts.eventTimeMs);
  return its.flatMap(({ balance, entry, when }) => {
    if (!isInForce(balance, day) || (when !== undefined && when.ask(facts, values) !== 'true')) return [];
    const units = countedOnce(opened(unitsOf(facts, entry), contentsOf));
    return summed(units, balance.by).map((each) => ({ balance: balance.id, effect: entry.effect, ...each }));
  });
}

/** Where something is made and nothing is said of which units: what is made comes in, what it is made of goes out. */
function unitsOf({ type, units }: EventFacts, { of, effect }: PackBalance['entries'][number]): readonly UnitMention[] {
  const made = type === 'TransformationEvent' && (effect === 'in' ? 'output' : 'input');
  const wanted = of ?? made;
  return units.filter(({ role }) => (wanted === false ? role !== 'parent' : role === wanted));
}

/** Containers within containers; deeper than trade packs, which would be one in itself. */
const LEVELS_MAX = 6;

/** With what containers hold in their place. What an event names beside its container is there already. */
function opened(units: readonly UnitMention[], contentsOf: ContentsOf, level = 0): readonly UnitMention[] {
  const named = new Set(level === 0 ? units.map(({ code }) => code) : []);
  return units.flatMap((unit) => {
    const held = unit.isClass || level === LEVELS_MAX ? undefined : contentsOf(unit.code);
    if (held === undefined || held.length === 0) return [unit];
    const inside = held.filter(({ code }) => !named.has(code));
    return opened(inside, contentsOf, level + 1);
  });
}

interface Counted extends UnitMention {
  readonly product: string;
  readonly isSingle: boolean;
}

/** Single items that are named beside a count of their lot or product are of that count. */
function countedOnce(units: readonly UnitMention[]): readonly Counted[] {
  const all = units.map((unit): Counted => {
    const { names, canonical, productOf: product = canonical } = readCode(unit.code);
    return { ...unit, product, isSingle: !unit.isClass && names !== 'lot' && names !== 'class' };
  });
  const counts = new Set(all.flatMap(({ isSingle, product }) => (isSingle ? [] : [product])));
  return all.filter(({ isSingle, product }) => !isSingle || !counts.has(product));
}

function summed(units: readonly Counted[], by: PackBalance['by']): Omit<Movement, 'balance' | 'effect'>[] {
  const sums = new Map<string, Omit<Movement, 'balance' | 'effect'>>();
  for (const unit of units) {
    const { uom, amount } = amountOf(unit);
    const account = accountOf(unit, by);
    const product = by === 'whole' ? '' : unit.product;
    const key = `${account} ${uom} ${amount === undefined}`;
    const before = sums.get(key)?.amount ?? 0;
    sums.set(key, { account, product, uom, amount: amount === undefined ? undefined : before + amount });
  }
  return [...sums.values()];
}

/** One piece of what is named by itself; of a lot or product as much as is said. */
function amountOf({ quantity, uom, isSingle }: Counted): { readonly uom: string; readonly amount: number | undefined } {
  if (quantity !== undefined) return commonAmount(quantity, uom);
  if (isSingle) return commonAmount(1, undefined);
  return { uom: uom === undefined ? '' : commonAmount(0, uom).uom, amount: undefined };
}

function accountOf({ code, product, isSingle }: Counted, by: PackBalance['by']): string {
  if (by === 'whole') return '';
  if (by === 'product' || isSingle) return lotOfSingle(code, by) ?? product;
  return code;
}

/** A code that names lot and serial number is of that lot. */
function lotOfSingle(code: string, by: PackBalance['by']): string | undefined {
  const { gtin, lot } = readCode(code).parts;
  return by === 'lot' && gtin !== undefined && lot !== undefined ? lotCode(gtin, lot) : undefined;
}
