import type { Layout } from '../layout.ts';
import { CARTON } from './carton.ts';
import { BUYER_CERTIFICATE, PRODUCER_CERTIFICATE } from './certificate.ts';
import { DRUG } from './drug.ts';
import { LOT } from './lot.ts';
import { PALLET } from './pallet.ts';
import { PESTICIDE } from './pesticide.ts';
import { PRODUCT } from './product.ts';
import { SEED } from './seed.ts';
import { VETERINARY_DRUG } from './veterinary-drug.ts';

export { numberingOf } from '../numbering.ts';

/** The layouts that come with the program. */
export const LAYOUTS: readonly Layout[] = [
  PRODUCT,
  CARTON,
  PALLET,
  PRODUCER_CERTIFICATE,
  BUYER_CERTIFICATE,
  LOT,
  PESTICIDE,
  VETERINARY_DRUG,
  SEED,
  DRUG,
];
