/** Every GS1 identifier: the table of contents of `schemes/`. */
import type { Gs1Scheme } from './scheme.ts';
import { cpid } from './schemes/cpid.ts';
import { gcn } from './schemes/gcn.ts';
import { gdti } from './schemes/gdti.ts';
import { giai } from './schemes/giai.ts';
import { ginc } from './schemes/ginc.ts';
import { gln } from './schemes/gln.ts';
import { gmn } from './schemes/gmn.ts';
import { grai } from './schemes/grai.ts';
import { gsin } from './schemes/gsin.ts';
import { gsrn } from './schemes/gsrn.ts';
import { gsrnp } from './schemes/gsrnp.ts';
import { gtin } from './schemes/gtin.ts';
import { itip } from './schemes/itip.ts';
import { lgtin } from './schemes/lgtin.ts';
import { pgln } from './schemes/pgln.ts';
import { sgtin } from './schemes/sgtin.ts';
import { sscc } from './schemes/sscc.ts';
import { upui } from './schemes/upui.ts';

export const GS1_SCHEMES: readonly Gs1Scheme[] = [
  gtin,
  lgtin,
  sgtin,
  upui,
  itip,
  sscc,
  gln,
  pgln,
  grai,
  giai,
  gsrn,
  gsrnp,
  gdti,
  gcn,
  ginc,
  gsin,
  cpid,
  gmn,
];

const BY_ID: ReadonlyMap<string, Gs1Scheme> = new Map(GS1_SCHEMES.map((scheme) => [scheme.id, scheme]));

/** The GS1 identifier of that abbreviation in small letters. */
export function gs1SchemeOf(id: string): Gs1Scheme | undefined {
  return BY_ID.get(id);
}
