/** What was shipped, counted against what was ordered. Pure. */
import { classOf, productOf } from '@suyuan/codes';
import { commonAmount, type UnitMention } from '@suyuan/epcis';
import type { KeptLine } from './store-orders.ts';

type Goods = Pick<UnitMention, 'code' | 'isClass' | 'quantity' | 'uom'>;

export interface Counted {
  /** By line, in its unit of measure. */
  readonly shipped: readonly number[];
  /** Codes that count against no line. */
  readonly others: readonly string[];
}

/**
 * By product, in units that convert into the line's. A line that wants a lot takes that lot before others do; of two lines that
 * want the same the first is filled first, and what is beyond all of them is the last one's.
 */
export function countLines(lines: readonly KeptLine[], goods: readonly Goods[]): Counted {
  const ordered = lines.map(({ quantity, uom }) => commonAmount(Number(quantity), uom));
  const filled = lines.map(() => 0);
  const others = new Set<string>();
  for (const unit of goods) {
    const { amount, uom } = amountOf(unit);
    const own = linesOf(lines, unit).filter((at) => ordered[at]?.uom === uom);
    const last = own.at(-1);
    if (last === undefined || amount === undefined) {
      others.add(unit.code);
      continue;
    }
    let left = amount;
    for (const at of own) {
      const room = Math.max(0, (ordered[at]?.amount ?? 0) - (filled[at] ?? 0));
      const taken = at === last ? left : Math.min(left, room);
      filled[at] = exact((filled[at] ?? 0) + taken);
      left = exact(left - taken);
    }
  }
  const shipped = lines.map(({ quantity }, at) => {
    const whole = ordered[at]?.amount ?? 0;
    return whole === 0 ? 0 : exact(((filled[at] ?? 0) / whole) * Number(quantity));
  });
  return { shipped, others: [...others] };
}

/** Lines that the unit may fill; those that want its lot first. */
function linesOf(lines: readonly KeptLine[], { code }: Goods): readonly number[] {
  const product = productOf(code) ?? code;
  const lot = classOf(code) ?? code;
  const own = lines.flatMap((line, at) => (line.product === product ? [at] : []));
  const wantsIt = (at: number): boolean => lines[at]?.lot !== undefined;
  return [
    ...own.filter((at) => wantsIt(at) && [lot, code].includes(lines[at]?.lot ?? '')),
    ...own.filter((at) => !wantsIt(at)),
  ];
}

/** A single item is one piece; of a lot nobody knows how much where it is not said. */
function amountOf({ isClass, quantity, uom }: Goods): { readonly amount: number | undefined; readonly uom: string } {
  if (quantity === undefined) return { amount: isClass ? undefined : 1, uom: commonAmount(1, undefined).uom };
  return commonAmount(quantity, uom);
}

/** Twelve digits: what is behind them comes of adding fractions. */
const exact = (value: number): number => Number(value.toPrecision(12));
