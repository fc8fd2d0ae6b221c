/** Ties between units at steps, joined to links between boxes. Pure. */
import type { TraceLink } from '@suyuan/api';
import type { Mention, Tie, TieKind } from './mentions.ts';

export interface PictureLink {
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly TieKind[];
  /** How many units went this way. */
  readonly units: number;
  /** How much went into what was made, by unit of measure; '' for pieces. */
  readonly amounts: ReadonlyMap<string, number>;
}

interface Joining {
  readonly from: string;
  readonly to: string;
  readonly kinds: Set<TieKind>;
  readonly units: Set<string>;
  readonly made: TraceLink[];
}

export function joinLinks(ties: readonly Tie[], boxOf: (mention: Mention) => string): readonly PictureLink[] {
  const joining = new Map<string, Joining>();
  for (const { from, to, kind, link } of ties) {
    const [fromBox, toBox] = [boxOf(from), boxOf(to)];
    if (fromBox === toBox) continue;
    const key = `${fromBox} ${toBox}`;
    const joined = joining.get(key) ?? { from: fromBox, to: toBox, kinds: new Set(), units: new Set(), made: [] };
    joining.set(key, joined);
    joined.kinds.add(kind);
    joined.units.add(from.unit);
    if (link !== undefined) joined.made.push(link);
  }
  return [...joining.values()].map(({ from, to, kinds, units, made }) => ({
    ...{ from, to, kinds: [...kinds], units: units.size },
    amounts: amountsOf(made),
  }));
}

/**
 * A trace ties each input to each output with the whole of the input: what went into two outputs of one making is
 * counted once.
 */
function amountsOf(links: readonly TraceLink[]): ReadonlyMap<string, number> {
  const inputs = new Map<string, { readonly uom: string; readonly byOutput: Map<string, number> }>();
  for (const { from, to, eventID = '', quantity, uom = '' } of links) {
    if (quantity === undefined) continue;
    const key = `${from} ${eventID} ${uom}`;
    const input = inputs.get(key) ?? { uom, byOutput: new Map() };
    inputs.set(key, input);
    input.byOutput.set(to, (input.byOutput.get(to) ?? 0) + quantity);
  }
  const amounts = new Map<string, number>();
  for (const { uom, byOutput } of inputs.values()) {
    let most = 0;
    for (const amount of byOutput.values()) most = Math.max(most, amount);
    amounts.set(uom, (amounts.get(uom) ?? 0) + most);
  }
  return amounts;
}
