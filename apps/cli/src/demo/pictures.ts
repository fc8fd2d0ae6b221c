/** What products of the demonstration look like: our own drawings, made of the SVGs beside them by tools/draw-demo-pictures.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gtinClass } from './codes.ts';
import { FORMULA_FACTORY } from './parties.ts';
import { type ProductKind, productOf } from './products.ts';

export interface DemoPicture {
  /** Of the product, as a Digital Link. */
  readonly code: string;
  readonly file: Uint8Array;
}

const DRAWN = [[FORMULA_FACTORY, 'formula']] as const satisfies readonly (readonly [unknown, ProductKind])[];

export function demoPictures(): readonly DemoPicture[] {
  return DRAWN.map(([maker, kind]) => ({
    code: `https://id.gs1.org${gtinClass(productOf(maker, kind).item).path}`,
    file: readFileSync(join(import.meta.dirname, 'pictures', `${kind}.webp`)),
  }));
}
