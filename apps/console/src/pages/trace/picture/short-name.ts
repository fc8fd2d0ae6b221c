const [OFFSET, PRIME] = [0x811c9dc5, 0x01000193]; // FNV-1a, 32 bits
const OTHER_OFFSET = 0x9dc5811c; // a second one beside it: of ten thousand names, two meet once in 10^11 traces

/** A short name for a long one, the same each time; for addresses, and no secret. */
export function shortName(long: string): string {
  let [first, second] = [OFFSET, OTHER_OFFSET];
  for (let index = 0; index < long.length; index++) {
    const unit = long.charCodeAt(index);
    first = Math.imul(first ^ unit, PRIME);
    second = Math.imul(second ^ unit ^ (first >>> 13), PRIME);
  }
  return (first >>> 0).toString(36) + (second >>> 0).toString(36).padStart(7, '0');
}
