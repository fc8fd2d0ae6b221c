/** Of a product with a GTIN, as a GS1 Digital Link (§4.2): AI 10 behind it. Others are named as they are. Pure. */
export function codeOfLot(product: string, lot: string): string {
  const number = lot.trim();
  return number === '' || !/\/01\/\d{14}$/.test(product) ? product : `${product}/10/${encodeURIComponent(number)}`;
}
