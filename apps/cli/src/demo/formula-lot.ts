/** A lot of formula as things: which cans are in which case, which cases go to which store, what stays unsold. */
import type { Code } from './codes.ts';

export const CANS_PER_CASE = 6;
export const CASES_PER_STORE = 2;
/** Of each case; two visits of customers leave a third of it on the shelf. */
export const SOLD_PER_VISIT = 2;

/** One lot of formula in cans, cases and pallets; `cans[c]` are those of `cases[c]`. */
export interface FormulaLot {
  readonly number: number;
  readonly lot: Code;
  readonly bulk: Code;
  readonly cans: readonly (readonly Code[])[];
  readonly cases: readonly Code[];
  readonly pallets: readonly Code[];
  readonly blendMs: number;
}

/** The pallet of one of the bad lots that still stood in the distribution centre, unopened, when the recall came. */
const HELD = { campaign: 0, lot: 6, pallet: 1 };
export const CASES_PER_PALLET = 8;

/** Whether a pallet, by its index in the lot, was never taken apart. */
export function isHeld(campaign: number, lot: FormulaLot, pallet: number): boolean {
  return campaign === HELD.campaign && lot.number === HELD.lot && pallet === HELD.pallet;
}

/** The cases of one store that left the distribution centre, by their index in the lot. */
export function sentCases(campaign: number, lot: FormulaLot, store: number): number[] {
  return storeCases(store).filter((c) => !isHeld(campaign, lot, Math.floor(c / CASES_PER_PALLET)));
}

/** The cans of each case that stay on the shelf. */
export function unsoldCans(cans: readonly Code[]): readonly Code[] {
  return cans.slice(2 * SOLD_PER_VISIT);
}

/** The cases of one store, by their index in the lot. */
function storeCases(store: number): number[] {
  return Array.from({ length: CASES_PER_STORE }, (_, i) => store * CASES_PER_STORE + i);
}
