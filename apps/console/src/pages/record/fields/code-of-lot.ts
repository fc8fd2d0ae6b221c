/**
 * Of a product with a GTIN, as a GS1 Digital Link (§4.2): AI 10 behind it; of a product code of one's own, the lot code
 * of it (decision 0031). Others are named as they are. Pure.
 */
export function codeOfLot(product: string, lot: string): string {
  const number = lot.trim();
  if (number === '') return product;
  if (/\/01\/\d{14}$/.test(product)) return `${product}/10/${encodeURIComponent(number)}`;
  return isOwn(product) ? `own-lot:${product.slice(OWN.length)}.${number}` : product;
}

/** The product of a lot that {@link codeOfLot} made; what is none is its own. */
export function productOf(code: string): string {
  const own = /^own-lot:([^.]+\.[^.]+)\./.exec(code)?.[1];
  return own === undefined ? code.replace(/(\/01\/\d{14})\/.+$/, '$1') : `${OWN}${decodeURIComponent(own)}`;
}

const OWN = 'own-product:';

export const isOwn = (product: string): boolean => product.startsWith(OWN);

/** What the product is called in its code. */
export const numberOf = (product: string): string =>
  isOwn(product) ? product.slice(product.indexOf('.') + 1) : product.slice(product.lastIndexOf('/') + 1);
