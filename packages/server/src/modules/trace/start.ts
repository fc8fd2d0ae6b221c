/** From the codes that a person gives to the units that the trace begins with. */
import { keysToAsk } from '@suyuan/codes';
import { loadUnits } from './chain.ts';
import type { Ties } from './ties.ts';

/**
 * The canonical form of each code. A bare text may be several things: those of them that something is recorded of are
 * asked for as well, and of a text that names nothing by itself they take its place.
 */
export async function startOf({ chain }: Ties, codes: readonly string[]): Promise<string[]> {
  const asked = codes.map((code) => ({ code, keys: keysToAsk(code) }));
  const others = asked.flatMap(({ keys }) => keys.slice(1));
  const { columns } = chain;
  const isHeld = (key: string): boolean => columns.touches(columns.unit(key)).length > 0;
  await loadUnits(
    chain,
    others.map((key) => columns.unit(key)),
  );
  return asked.flatMap(({ code, keys: [own = code, ...rest] }) => {
    const held = rest.filter(isHeld);
    return own === code && held.length > 0 && !isHeld(own) ? held : [own, ...held];
  });
}
