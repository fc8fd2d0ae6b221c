/** Quantities in one unit of measure: UN/ECE Recommendation 20 codes, converted where convertible. */

interface Measure {
  readonly dimension: string;
  /** In the dimension's smallest unit here, so that factors are whole numbers wherever they can be. */
  readonly factor: number;
}

const mass = (milligrams: number): Measure => ({ dimension: 'mass', factor: milligrams });
const volume = (microlitres: number): Measure => ({ dimension: 'volume', factor: microlitres });
const length = (millimetres: number): Measure => ({ dimension: 'length', factor: millimetres });
const area = (squareMillimetres: number): Measure => ({ dimension: 'area', factor: squareMillimetres });
const PIECES: Measure = { dimension: 'pieces', factor: 1 };

const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ['EA', PIECES],
  ['C62', PIECES],
  ['H87', PIECES],
  ['NAR', PIECES],
  ['PR', { ...PIECES, factor: 2 }],
  ['DZN', { ...PIECES, factor: 12 }],
  ['MIL', { ...PIECES, factor: 1000 }],
  ['MGM', mass(1)],
  ['GRM', mass(1e3)],
  ['HGM', mass(1e5)],
  ['KGM', mass(1e6)],
  ['DTN', mass(1e8)],
  ['TNE', mass(1e9)],
  ['ONZ', mass(28_349.523_125)],
  ['LBR', mass(453_592.37)],
  ['4G', volume(1)],
  ['MLT', volume(1e3)],
  ['CMQ', volume(1e3)],
  ['CLT', volume(1e4)],
  ['DLT', volume(1e5)],
  ['LTR', volume(1e6)],
  ['DMQ', volume(1e6)],
  ['HLT', volume(1e8)],
  ['MTQ', volume(1e9)],
  ['GLL', volume(3_785_411.784)],
  ['MMT', length(1)],
  ['CMT', length(10)],
  ['DMT', length(100)],
  ['MTR', length(1e3)],
  ['KMT', length(1e6)],
  ['MMK', area(1)],
  ['CMK', area(100)],
  ['MTK', area(1e6)],
  ['HAR', area(1e10)],
]);

/** Unit that amounts of a dimension are summed in, and how many of its smallest it is. */
const TOLD_IN: Readonly<Record<string, readonly [uom: string, factor: number]>> = {
  pieces: ['C62', 1],
  mass: ['KGM', 1e6],
  volume: ['LTR', 1e6],
  length: ['MTR', 1e3],
  area: ['MTK', 1e6],
};

export interface Amount {
  readonly amount: number;
  /** UN/ECE Recommendation 20: KGM, LTR, MTR, MTK, C62 (pieces), or the one given where it converts into no other. */
  readonly uom: string;
}

/** In the one unit of what is measured, so that amounts in one unit may be summed and others may not. */
export function commonAmount(quantity: number, uom: string | undefined): Amount {
  const { dimension, factor } = measureOf(uom);
  const [told = uom ?? '', size = 1] = TOLD_IN[dimension] ?? [];
  // Fifteen digits: what is behind them comes of the conversion.
  return { amount: Number(((quantity * factor) / size).toPrecision(15)), uom: told };
}

/** What a unit of measure measures, and its size; one that is not known converts into itself alone. */
export function measureOf(uom: string | undefined): Measure {
  if (uom === undefined) return PIECES;
  return MEASURES.get(uom) ?? { dimension: `other ${uom}`, factor: 1 };
}
