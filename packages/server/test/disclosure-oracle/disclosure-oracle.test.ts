/** The trace as viewers are told it, against the oracle, on random chains; 20,000 in the long form. */
import { expect, test } from 'vitest';
import { agreeOnGraphs, tell } from './agree.ts';
import { drawGraph, type Graph } from './graph.ts';

const SIZE = { units: 8, events: 20 };

test('what a viewer is told of 400 random chains is what the definition says', { timeout: 120_000 }, async () => {
  expect(await agreeOnGraphs(SIZE, { from: 1, count: 400 })).toBeGreaterThan(1_000);
});

test.each(['time', 'step', 'state', 'place', 'party', 'quantity', 'eventID'] as const)(
  'a cut that is left out is found: %s',
  async (left) => {
    const spoiled = agreeOnGraphs(SIZE, {
      from: 1,
      count: 60,
      spoil: (sight) => ({
        ...sight,
        sees: (event, element) => element === left || sight.sees(event, element),
        nameOf: (event) => (left === 'eventID' ? event.eventID : sight.nameOf(event)),
      }),
    });
    await expect(spoiled).rejects.toThrow(/seed/);
  },
);

/** The same chain, in which what is hidden holds something else. */
function otherwise(graph: Graph, isHidden: (id: string, element: string) => boolean): Graph {
  const other = (code: string): string => (graph.whose(code) === undefined ? `${code}-other` : code);
  for (const event of graph.world.events) {
    const { facts, id } = event;
    Object.assign(event, {
      facts: {
        ...facts,
        ...(isHidden(id, 'place') && facts.readPoint !== undefined ? { readPoint: 'other gate' } : {}),
        ...(isHidden(id, 'place') && facts.bizLocation !== undefined ? { bizLocation: 'other shed' } : {}),
        ...(isHidden(id, 'party')
          ? { sources: facts.sources.map(({ kind, party }) => ({ kind, party: other(party) })) }
          : {}),
        ...(isHidden(id, 'quantity')
          ? {
              units: facts.units.map((unit) =>
                unit.quantity === undefined ? unit : { ...unit, quantity: unit.quantity * 3 },
              ),
            }
          : {}),
      },
    });
  }
  return graph;
}

test('an answer is the same whatever the hidden elements hold, custody and anomalies too', {
  timeout: 120_000,
}, async () => {
  let changed = 0;
  for (let seed = 5_000; seed < 5_300; seed += 1) {
    const hidden = new Set<string>();
    const before = await tell(drawGraph(seed, SIZE), (sight) => ({
      ...sight,
      sees: (event, element) => {
        const isSeen = sight.sees(event, element);
        if (!isSeen) hidden.add(`${event.id} ${element}`);
        return isSeen;
      },
    }));
    const graph = otherwise(drawGraph(seed, SIZE), (id, element) => hidden.has(`${id} ${element}`));
    expect([seed, await tell(graph, (sight) => sight)]).toEqual([seed, before]);
    changed += hidden.size;
  }
  expect(changed).toBeGreaterThan(5_000);
});
