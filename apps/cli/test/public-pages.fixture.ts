/** The public pages of the demonstration: every kind that there is. */
export const CAN = '/01/06990020200099/21/F260707-0001';
export const RECALLED = '/01/06990020200099/21/F260711-0001';
export const LOT = '/01/06990020200099/10/F260711';
export const PALLET = '/00/069900202000000044';
export const LIFT = `/q/${encodeURIComponent('cn-special-equipment:311032058202600123')}`;

export const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['front', '/'],
  ['good-can', CAN],
  ['recalled-can', RECALLED],
  ['lot', LOT],
  ['pallet', PALLET],
  ['case', '/01/16990020200096/21/F260711-0009'],
  ['powder', '/01/06990020100030/10/BP260709'],
  ['biscuits', '/01/06990060100212/10/B20260907'],
  ['product', '/01/06990020200099'],
  ['unknown', '/q/nothing-known'],
  ['mistyped', '/01/06990020200098'],
  ['drug', '/q/81234560000000000017'],
  ['lift', LIFT],
];
