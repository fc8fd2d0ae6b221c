/** Every GS1 identifier, made of the rows of its table. */
import { type Gs1Scheme, gs1Scheme } from './scheme.ts';
import { GS1_SCHEME_TABLE } from './schemes-table.ts';

export const GS1_SCHEMES: readonly Gs1Scheme[] = GS1_SCHEME_TABLE.map(gs1Scheme);

const BY_ID: ReadonlyMap<string, Gs1Scheme> = new Map(GS1_SCHEMES.map((scheme) => [scheme.id, scheme]));

/** The GS1 identifier of that abbreviation in small letters. */
export function gs1SchemeOf(id: string): Gs1Scheme | undefined {
  return BY_ID.get(id);
}
