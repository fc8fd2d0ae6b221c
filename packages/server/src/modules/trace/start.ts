/** From the codes that a person gives to the units that the trace begins with. */
import { keysToAsk } from '@suyuan/codes';
import { loadUnits, touchesOf } from './chain.ts';
import type { Ties } from './ties.ts';

/**
 * The canonical form of each code. A bare text may be several things: those of them that something is recorded of are
 * asked for as well, and of a text that names nothing by itself they take its place.
 */
export async function startOf({ chain }: Ties, codes: readonly string[]): Promise<string[]> {
  const asked = codes.map((code) => ({ code, keys: keysToAsk(code) }));
  const others = asked.flatMap(({ keys }) => keys.slice(1));
  await loadUnits(chain, others);
  return asked.flatMap(({ code, keys: [own = code, ...rest] }) => {
    const held = rest.filter((key) => touchesOf(chain, key).length > 0);
    return own === code && held.length > 0 && touchesOf(chain, own).length === 0 ? held : [own, ...held];
  });
}
