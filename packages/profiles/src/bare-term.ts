const CBV_TERM = /^https:\/\/ref\.gs1\.org\/cbv\/[A-Za-z]+-/;

/** The word of a term of the CBV; a term of another vocabulary as its URI. */
export function bareTerm(uri: string): string {
  return uri.replace(CBV_TERM, '');
}
