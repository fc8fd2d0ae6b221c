import { expect, test } from 'vitest';
import { type Graph, layered } from './layered.ts';

const SIZE = { width: 200, height: 70 };
const graphOf = (count: number, links: readonly (readonly [number, number])[]): Graph => ({
  nodes: Array.from({ length: count }, () => SIZE),
  links: links.map(([from, to]) => ({ from, to })),
});

/** Boxes that lie on one another: none must. */
function overlaps(graph: Graph): number {
  const { nodes } = layered(graph);
  const columns = Map.groupBy(nodes, ({ x }) => x);
  let found = 0;
  for (const column of columns.values()) {
    const tops = column.map(({ y }) => y).sort((a, b) => a - b);
    for (const [index, top] of tops.entries()) if (top < (tops[index - 1] ?? -Infinity) + SIZE.height) found++;
  }
  return found;
}

/** The same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Each box has one or two others that it comes from, near before it or far. */
function chainOf(count: number): Graph {
  const next = numbers(7);
  const links: [number, number][] = [];
  for (let to = 1; to < count; to++) {
    for (let more = next(3) === 0 ? 2 : 1; more > 0; more--) links.push([Math.floor(to / (1 + next(4))) || 0, to]);
  }
  return graphOf(
    count,
    links.map(([from, to]) => [from === to ? 0 : from, to]),
  );
}

test('what comes from another stands further right, and upstream of a later join just before it', () => {
  const { nodes } = layered(
    graphOf(5, [
      [0, 1],
      [1, 2],
      [3, 2],
      [2, 4],
    ]),
  );
  const xs = nodes.map(({ x }) => x);
  expect(xs).toEqual([0, 284, 568, 284, 852]);
});

test('a cycle is drawn, and so is a box tied to nothing or to itself', () => {
  const { nodes } = layered(
    graphOf(5, [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 3],
    ]),
  );
  expect(nodes.map(({ x }) => x)).toEqual([0, 284, 568, 0, 0]);
  expect(layered(graphOf(0, []))).toEqual({ nodes: [], links: [], width: 0, height: 0 });
});

test('links that would cross are uncrossed', () => {
  const { nodes } = layered(
    graphOf(6, [
      [0, 5],
      [1, 4],
      [2, 3],
    ]),
  );
  const ys = nodes.map(({ y }) => y);
  expect([ys[5], ys[4], ys[3]]).toEqual([ys[0], ys[1], ys[2]]);
});

test('a long link passes beside the boxes between', () => {
  const graph = graphOf(3, [
    [0, 1],
    [1, 2],
    [0, 2],
  ]);
  const { nodes, links } = layered(graph);
  const passed = links[2] ?? [];
  expect(passed.map(({ x }) => x)).toEqual([284, 484]);
  const top = nodes[1]?.y ?? 0;
  for (const { y } of passed) expect(y < top || y > top + SIZE.height).toBe(true);
});

test('a way of ten thousand boxes exhausts no stack', () => {
  const way = graphOf(
    10_000,
    Array.from({ length: 9_999 }, (_, index) => [index, index + 1] as const),
  );
  expect(layered(way).nodes.at(-1)?.x).toBe(9_999 * 284);
});

test('two thousand boxes are laid out while one waits, and none lies on another', () => {
  for (const graph of [
    chainOf(2_000),
    graphOf(
      2_000,
      Array.from({ length: 1_999 }, (_, to) => [0, to + 1] as const),
    ),
  ]) {
    expect(overlaps(graph)).toBe(0);
    const before = performance.now();
    layered(graph);
    const tookMs = performance.now() - before;
    process.stdout.write(
      `layout of ${graph.nodes.length} boxes, ${graph.links.length} links: ${Math.round(tookMs)} ms\n`,
    );
    // 1,500 is the aim on a desk; a machine that does much else at once is given more.
    expect(tookMs).toBeLessThan(6_000);
  }
});
