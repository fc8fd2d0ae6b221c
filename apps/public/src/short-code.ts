import type { Code } from '@suyuan/api/public-page';

/** A code that is an address is said by its parts, as they stand under a barcode. */
export function shortOf({ given, parts }: Code): string {
  const keyed = parts.filter(({ key }) => key !== undefined);
  return /^https?:/.test(given) && keyed.length > 0
    ? keyed.map(({ key, value }) => `(${key}) ${value}`).join(' ')
    : given;
}
