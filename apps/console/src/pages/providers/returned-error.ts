/** Why somebody came back from a provider without what it went for: `#error=CODE`. */

/** The code; undefined where the fragment is none of that. */
export function returnedError(hash: string): string | undefined {
  return /^#error=([a-z]+(?:[.-][a-z]+)*)$/.exec(hash)?.[1];
}
