/** An event as it would be if it said what came. Pure. */
import type { Difference } from '@suyuan/api';
import { canonical, readCode } from '@suyuan/codes';

export type EventObject = Readonly<Record<string, unknown>>;

/**
 * The lists of an ObjectEvent with what differs put right; `undefined` where nothing is left that was sent.
 * @returns `by-hand` where the event holds goods otherwise than in these lists
 */
export function corrected(event: EventObject, differences: readonly Difference[]): EventObject | 'by-hand' | undefined {
  if (event.type !== 'ObjectEvent') return 'by-hand';
  const by = new Map(differences.map((difference) => [difference.code, difference]));
  const isLeft = (code: unknown): boolean => typeof code !== 'string' || by.get(canonical(code))?.kind !== 'missing';
  const singles = listOf(event.epcList).filter(isLeft);
  const amounts = listOf(event.quantityList).flatMap((entry) => {
    if (!isObject(entry) || typeof entry.epcClass !== 'string') return [entry];
    const found = by.get(canonical(entry.epcClass));
    if (found === undefined) return [entry];
    return found.kind === 'missing' ? [] : [amountOf(entry.epcClass, found)];
  });
  for (const extra of differences.filter(({ kind }) => kind === 'extra')) {
    if (isClass(extra)) amounts.push(amountOf(extra.code, extra));
    else singles.push(extra.code);
  }
  if (singles.length + amounts.length === 0) return undefined;
  const { epcList: _singles, quantityList: _amounts, ...others } = event;
  return {
    ...others,
    ...(singles.length === 0 ? {} : { epcList: singles }),
    ...(amounts.length === 0 ? {} : { quantityList: amounts }),
  };
}

function isClass({ code, came = {} }: Difference): boolean {
  return came.quantity !== undefined || ['lot', 'class'].includes(readCode(code).names);
}

function amountOf(epcClass: string, { came: { quantity, uom } = {} }: Difference): EventObject {
  return {
    epcClass,
    ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
    // A count of pieces has no unit (EPCIS 2.0 §7.3.3.3).
    ...(uom === undefined || uom === 'H87' ? {} : { uom }),
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isObject = (value: unknown): value is EventObject => typeof value === 'object' && value !== null;
