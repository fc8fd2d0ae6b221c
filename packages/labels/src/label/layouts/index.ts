import type { Layout } from '../layout.ts';
import { CARTON } from './carton.ts';
import { BUYER_CERTIFICATE, PRODUCER_CERTIFICATE } from './certificate.ts';
import { PALLET } from './pallet.ts';
import { PRODUCT } from './product.ts';

/** The layouts that come with the program. */
export const LAYOUTS: readonly Layout[] = [PRODUCT, CARTON, PALLET, PRODUCER_CERTIFICATE, BUYER_CERTIFICATE];
