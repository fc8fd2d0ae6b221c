/** Sizes at which a quadratic step would take hours, and so longer than any test may. */
import { expect, test } from 'vitest';
import type { EventReader, TraceEvent } from './reader.ts';
import { foundOf, lot, serialOfLot, step, trace, unitLines, World } from './world.fixture.ts';

/** The same world read through indices, as a store does. */
function indexed(world: World): EventReader & { calls: number } {
  const byUnit = new Map<string, TraceEvent[]>();
  for (const event of world.events) {
    for (const code of new Set(event.facts.units.map((unit) => unit.code))) {
      const events = byUnit.get(code);
      if (events === undefined) byUnit.set(code, [event]);
      else events.push(event);
    }
  }
  const of = (codes: Iterable<string>): TraceEvent[] => [
    ...new Set([...codes].flatMap((code) => byUnit.get(code) ?? [])),
  ];
  return {
    calls: 0,
    noticesOf: (codes) => world.noticesOf(codes),
    noticesWithin: (codes) => world.noticesWithin(codes),
    async eventsOfUnits(codes, { held }) {
      this.calls += 1;
      return foundOf(of(codes), held);
    },
    async eventsOfTransformations(ids, within) {
      return world.eventsOfTransformations(ids, within);
    },
    async eventsOfLots(lots, { held }) {
      const wanted = new Set(lots);
      const instances = byUnit
        .keys()
        .filter((code) => wanted.has(code.replace(/\/21\/.*$/, '')) && code.includes('/21/'));
      return foundOf(of([...lots, ...instances]), held);
    },
  };
}

const TIMES = { timeout: 60_000 };
test('a chain of 5,000 hops is walked to its end, both ways', TIMES, async () => {
  const world = new World();
  for (let i = 0; i < 5_000; i += 1) world.make(i, [[`u${i}`], [`u${i + 1}`]]);
  const reader = indexed(world);
  const down = await trace(reader, 'u0');
  expect(unitLines(down).at(-1)).toBe('affected u5000 4999.. 5000');
  expect(down.completeness.complete).toBe(true);
  const up = await trace(reader, 'u5000', { direction: 'upstream' });
  expect(unitLines(up).at(-1)).toBe('source u0 ..0 5000');
});

test('100,000 lots of one mixing are reached with a handful of reads', TIMES, async () => {
  const world = new World();
  const outputs = Array.from({ length: 100_000 }, (_, i) => lot(`L${i}`));
  world.make(1, [['silo'], outputs]);
  for (const output of outputs) world.object([2, 'OBSERVE'], [output], { bizStep: step('shipping') });
  const reader = indexed(world);
  const answer = await trace(reader, 'silo');
  expect(answer.units).toHaveLength(100_001);
  expect(answer.anomalies).toHaveLength(100_000);
  expect(reader.calls).toBeLessThan(6);
});

test('100,000 children put one by one into one container, which then moves, cost no square', TIMES, async () => {
  const world = new World();
  for (let i = 0; i < 100_000; i += 1) {
    world.pack([i / 1000, 'ADD'], ['ship', `c${i}`], {
      bizLocation: i % 2 === 0 ? 'quay' : 'deck',
      readPoint: 'hatch',
    });
  }
  world.object([200, 'OBSERVE'], ['ship'], {
    bizStep: step('shipping'),
    sources: [{ kind: 'possession', party: 'line' }],
  });
  world.object([201, 'OBSERVE'], ['ship'], {
    bizStep: step('receiving'),
    destinations: [{ kind: 'possession', party: 'port' }],
  });
  const answer = await trace(indexed(world), 'ship');
  expect(answer.units).toHaveLength(100_001);
  expect(answer.custody.filter(({ code }) => code === 'c99999').map(({ party }) => party)).toEqual(['line', 'port']);
});

test('a pallet reused 10,000 times carries a lot that went on it each time, through 10,000 trucks', TIMES, async () => {
  const world = new World();
  for (let i = 0; i < 10_000; i += 1) {
    world.pack([10 * i, 'ADD'], ['pallet', serialOfLot('L', `s${i}`)]);
    world.pack([10 * i + 2, 'ADD'], ['truck', 'pallet']);
    world.pack([10 * i + 4, 'DELETE'], ['truck']);
    world.pack([10 * i + 6, 'DELETE'], ['pallet']);
  }
  const answer = await trace(indexed(world), lot('L'));
  const carriers = unitLines(answer).filter((line) => line.startsWith('carrier'));
  expect(carriers).toHaveLength(20_000);
  expect(carriers.slice(0, 2)).toEqual(['carrier pallet 0..6 2', 'carrier pallet 10..16 2']);
  expect(carriers.at(-1)).toBe('carrier truck 99992..99994 3');
});
