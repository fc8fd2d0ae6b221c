/** Terms of the CBV as columns hold them: without what all of them begin with. */
const CBV = 'https://ref.gs1.org/cbv/';

/** `BizStep-shipping` for `https://ref.gs1.org/cbv/BizStep-shipping`; another URI as it is; null for none. */
export function shortTerm(uri: string | undefined): string | null {
  if (uri === undefined) return null;
  return uri.startsWith(CBV) ? uri.slice(CBV.length) : uri;
}
