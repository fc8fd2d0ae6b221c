import type { Chain, ChainLink, ChainNode } from '@suyuan/api/public-page';

/** More boxes than this tell a person less, not more; the list beside the picture has the rest. */
export const DRAWN_MAX = 60;

/** A box to draw: a node, or the sum of those of its layer that are not drawn. */
export interface Item {
  readonly id: string;
  readonly level: number;
  readonly node?: ChainNode;
  readonly more?: number;
}

export interface Picked {
  /** Layers from the farthest source to the farthest destination. */
  readonly layers: readonly (readonly Item[])[];
  readonly links: readonly ChainLink[];
}

/**
 * Chooses what is drawn: the start first, then layer by layer away from it. What exceeds `perLayer` in its layer,
 * or the whole picture's limit, is summed up in a "+N" box of that layer, and its links lead there.
 */
export function pickNodes(chain: Chain, perLayer: number): Picked {
  const byLevel = new Map<number, ChainNode[]>();
  for (const node of chain.nodes) {
    const level = Number.isFinite(node.level) ? Math.trunc(node.level) : 0;
    byLevel.set(level, [...(byLevel.get(level) ?? []), node]);
  }
  const layers = new Map<number, Item[]>();
  const itemOf = new Map<string, string>();
  let budget = DRAWN_MAX;
  for (const level of [...byLevel.keys()].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)) {
    const nodes = [...(byLevel.get(level) ?? [])].sort((a, b) => Number(b.isStart) - Number(a.isStart));
    const target = budget > 0 ? level : outermost(layers, level);
    const items = itemsOf(nodes, target, budget > 0 ? Math.min(perLayer, budget) : 0);
    budget -= items.length;
    for (const [index, node] of nodes.entries()) itemOf.set(node.id, items[index]?.node ? node.id : moreId(target));
    layers.set(target, mergeMore([...(layers.get(target) ?? []), ...items]));
  }
  return {
    layers: [...layers.entries()].sort(([a], [b]) => a - b).map(([, items]) => items),
    links: linksBetween(chain.links, itemOf),
  };
}

function itemsOf(nodes: readonly ChainNode[], level: number, allowed: number): Item[] {
  const shown = nodes.length <= allowed ? nodes.length : Math.max(0, allowed - 1);
  const items: Item[] = nodes.slice(0, shown).map((node) => ({ id: node.id, level, node }));
  if (shown < nodes.length) items.push({ id: moreId(level), level, more: nodes.length - shown });
  return items;
}

/** Layers beyond the limit are summed up in the farthest layer that is still drawn on their side. */
function outermost(layers: ReadonlyMap<number, unknown>, level: number): number {
  const drawn = [...layers.keys()];
  return level < 0 ? Math.min(...drawn) : Math.max(...drawn);
}

function mergeMore(items: readonly Item[]): Item[] {
  const nodes = items.filter(({ node }) => node !== undefined);
  const more = items.reduce((sum, item) => sum + (item.more ?? 0), 0);
  const level = items[0]?.level ?? 0;
  return more === 0 ? nodes : [...nodes, { id: moreId(level), level, more }];
}

function linksBetween(links: readonly ChainLink[], itemOf: ReadonlyMap<string, string>): ChainLink[] {
  const seen = new Map<string, ChainLink>();
  for (const link of links) {
    const from = itemOf.get(link.from);
    const to = itemOf.get(link.to);
    if (from === undefined || to === undefined || from === to) continue;
    seen.set(JSON.stringify([from, to, link.kind]), { from, to, kind: link.kind });
  }
  return [...seen.values()];
}

function moreId(level: number): string {
  return `\u0000more ${level}`;
}
