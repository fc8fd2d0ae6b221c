/** How what came differs from what was sent. Pure. */
import type { Difference } from '@suyuan/api';
import type { UnitMention } from '@suyuan/epcis';

type Goods = readonly UnitMention[];

/**
 * @param sent as the sender recorded it
 * @param contentsOf what is known to be in a container: cartons that come without their pallet are the pallet
 */
export function differencesOf(
  sent: Goods,
  came: Goods,
  contentsOf: (code: string) => readonly UnitMention[],
): Difference[] {
  const here = summed(came);
  const expected = summed(sent.flatMap((unit) => (here.has(unit.code) ? [unit] : opened(unit, here, contentsOf))));
  const ofSent = [...expected.values()].flatMap((unit): Difference[] => {
    const found = here.get(unit.code);
    if (found === undefined) return [{ code: unit.code, kind: 'missing', told: amountOf(unit) }];
    const kind = kindOf(unit, found);
    return kind === undefined ? [] : [{ code: unit.code, kind, told: amountOf(unit), came: amountOf(found) }];
  });
  const beyond = [...here.values()].filter(({ code }) => !expected.has(code));
  return [...ofSent, ...beyond.map((unit): Difference => ({ code: unit.code, kind: 'extra', came: amountOf(unit) }))];
}

/** A container of which something came by itself is what is in it. */
function opened(unit: UnitMention, here: ReadonlyMap<string, unknown>, contentsOf: (code: string) => Goods): Goods {
  const contents = contentsOf(unit.code);
  return contents.some(({ code }) => here.has(code)) ? contents : [unit];
}

/** The same goods in two lines are one amount, where both have one in the same unit. */
function summed(goods: Goods): Map<string, UnitMention> {
  const by = new Map<string, UnitMention>();
  for (const unit of goods) {
    const before = by.get(unit.code);
    const sum = before === undefined ? undefined : sumOf(before, unit);
    by.set(unit.code, sum === undefined ? (before ?? unit) : { ...unit, quantity: sum });
  }
  return by;
}

function sumOf(a: UnitMention, b: UnitMention): number | undefined {
  if (a.quantity === undefined || b.quantity === undefined || a.uom !== b.uom) return undefined;
  // Sums of decimals have no more places than what is summed: 0.1 + 0.2 is 0.3.
  return Number((a.quantity + b.quantity).toFixed(Math.max(placesOf(a.quantity), placesOf(b.quantity))));
}

const placesOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

function kindOf(sent: UnitMention, came: UnitMention): Difference['kind'] | undefined {
  if (sent.quantity === undefined || came.quantity === undefined) return undefined;
  if (sent.uom !== came.uom) return 'unit';
  if (came.quantity === sent.quantity) return undefined;
  return came.quantity < sent.quantity ? 'less' : 'more';
}

function amountOf({ quantity, uom }: UnitMention): NonNullable<Difference['told']> {
  return { ...(quantity === undefined ? {} : { quantity: String(quantity) }), ...(uom === undefined ? {} : { uom }) };
}
