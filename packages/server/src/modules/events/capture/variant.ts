/**
 * The number of a record beside the one that claims its identity, as a declaration in error has beside its original: 60
 * bits of the hash in the row id, and never 0, which is the claimer's.
 */
export function variantOf(rowId: string): bigint {
  return BigInt(`0x${rowId.replaceAll('-', '').slice(-15)}`) || 1n;
}
