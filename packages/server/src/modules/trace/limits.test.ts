import { expect, test } from 'vitest';
import { trace, unitLines, World } from './world.fixture.ts';

test('a walk that meets a limit says which, and where', async () => {
  const world = new World();
  for (let i = 0; i < 9; i += 1) world.make(i, [[`u${i}`], [`u${i + 1}`, `v${i + 1}`]]);
  const levels = await trace(world, 'u0', { limits: { LEVELS_MAX: 3 } });
  expect(levels.completeness).toMatchObject({
    complete: false,
    limits: [{ limit: 'LEVELS_MAX', value: 3, codes: ['u3', 'v3'], more: 0 }],
  });
  expect(unitLines(levels).at(-1)).toBe('affected v3 2.. 3');
  const units = await trace(world, 'u0', { limits: { UNITS_MAX: 4 } });
  expect(units.units).toHaveLength(4);
  expect(units.completeness.limits).toMatchObject([{ limit: 'UNITS_MAX', value: 4, codes: ['u1', 'v1'] }]);
  const events = await trace(world, 'u0', { limits: { EVENTS_MAX: 3 } });
  expect(events.events).toHaveLength(3);
  expect(events.completeness.limits).toMatchObject([{ limit: 'EVENTS_MAX', value: 3, codes: ['u3', 'v3'] }]);
  const links = await trace(world, 'u0', { limits: { LINKS_MAX: 5 } });
  expect(links.links).toHaveLength(5);
  expect(links.completeness.limits).toMatchObject([{ limit: 'LINKS_MAX', value: 5 }]);
});

test('custodies that are too many are cut at the units behind, and said so', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['ship', 'a', 'b', 'c']);
  for (let i = 2; i < 6; i += 1) world.object([i, 'OBSERVE'], ['ship'], { bizLocation: i % 2 === 0 ? 'quay' : 'sea' });
  const answer = await trace(world, 'ship', { limits: { CUSTODY_MAX: 6 } });
  expect(answer.custody).toHaveLength(6);
  expect(answer.completeness.limits).toMatchObject([{ limit: 'CUSTODY_MAX', value: 6, codes: ['b', 'c', 'ship'] }]);
});

test('upstream, units of more bounds than there is room for are cut', async () => {
  const world = new World();
  for (let i = 1; i <= 50; i += 1) world.make(i, [['tank'], ['batch']], { transformationID: 't' });
  const room = await trace(world, 'batch', { direction: 'upstream', limits: { UNITS_MAX: 6 } });
  expect(room.completeness.complete).toBe(true);
  expect(unitLines(room)).toEqual(['start batch .. 0', 'source tank ..50 1']);
  const cut = await trace(world, 'batch', { direction: 'upstream', limits: { UNITS_MAX: 5 } });
  expect(cut.completeness.limits).toMatchObject([{ limit: 'UNITS_MAX', codes: ['batch'] }]);
});
