import type { UnitMention } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { eventIDs, linkLines, trace, unitLines, World } from './world.fixture.ts';

test('a container that an affected unit was put into carries it, and what holds that carries it too', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['case', 'a', 'neighbour']);
  world.pack([2, 'ADD'], ['truck', 'case']);
  world.object([3, 'OBSERVE'], ['truck']);
  world.pack([4, 'DELETE'], ['truck']);
  world.object([5, 'OBSERVE'], ['truck']);
  world.pack([6, 'DELETE'], ['case', 'a']);
  const answer = await trace(world, 'a');
  expect(unitLines(answer)).toEqual(['start a .. 0', 'carrier case 1..6 1', 'carrier truck 2..4 2']);
  expect(linkLines(answer)).toEqual(['containment case>a e1 1..6', 'containment truck>case e2 2..4']);
  // e4 mentions the truck alone, at the end of its carrying, and is out; e6 mentions the unit itself.
  expect(eventIDs(answer)).toEqual(['e1', 'e2', 'e3', 'e6']);
});

test('a carrier carries from the bound on; upstream, up to it', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'a']);
  world.pack([9, 'DELETE'], ['P', 'a']);
  expect(unitLines(await trace(world, 'a', { atHour: 4 }))).toEqual(['start a 4.. 0', 'carrier P 4..9 1']);
  const up = { direction: 'upstream' as const };
  expect(unitLines(await trace(world, 'a', { ...up, atHour: 4 }))).toEqual(['start a ..4 0', 'carrier P 1..4 1']);
  expect(unitLines(await trace(world, 'a', { ...up, atHour: 1 }))).toEqual(['start a ..1 0']);
  expect(unitLines(await trace(world, 'a', { atHour: 9 }))).toEqual(['start a 9.. 0']);
  expect(unitLines(await trace(world, 'a', { direction: 'both', atHour: 4 }))).toEqual([
    'start a 4.. 0',
    'start a ..4 0',
    'carrier P 1..9 1',
  ]);
});

test('an instant carries from its bound on, and upstream before it', async () => {
  const world = new World();
  world.pack([4, 'OBSERVE'], ['P', 'a']);
  expect(unitLines(await trace(world, 'a', { atHour: 4 }))).toEqual(['start a 4.. 0', 'carrier P 4..4 1']);
  expect(unitLines(await trace(world, 'a', { atHour: 5 }))).toEqual(['start a 5.. 0']);
  const up = { direction: 'upstream' as const };
  expect(unitLines(await trace(world, 'a', { ...up, atHour: 5 }))).toEqual(['start a ..5 0', 'carrier P 4..4 1']);
  expect(unitLines(await trace(world, 'a', { ...up, atHour: 4 }))).toEqual(['start a ..4 0']);
});

test('both ways, a container that one walk reached and the other was carried by is listed as both', async () => {
  const world = new World();
  world.make(2, [['box'], ['a']]);
  world.pack([3, 'ADD'], ['box', 'a']);
  world.object([4, 'OBSERVE'], ['box']);
  const answer = await trace(world, 'a', { direction: 'both' });
  expect(unitLines(answer)).toEqual(['start a .. 0', 'source box ..2 1', 'carrier box 3.. 1']);
  expect(eventIDs(answer)).toEqual(['e1', 'e2', 'e3']);
});

test('a containment link carries the quantity of its child, as the opening event lists it first', async () => {
  const world = new World();
  const units: UnitMention[] = [
    { code: 'P', role: 'parent', isClass: false },
    { code: 'rice', role: 'child', isClass: true, quantity: 5, uom: 'KGM' },
    { code: 'rice', role: 'child', isClass: true, quantity: 7 },
  ];
  world.add(1, 'AggregationEvent', { action: 'ADD', units });
  expect(linkLines(await trace(world, 'P'))).toEqual(['containment P>rice e1 1.. 5 KGM']);
});

test('intervals of one carrier that touch are one row, others are rows of their own', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'a']);
  world.pack([3, 'DELETE'], ['P', 'a']);
  world.pack([3, 'ADD'], ['P', 'a']);
  world.pack([5, 'DELETE'], ['P', 'a']);
  world.pack([5, 'OBSERVE'], ['P', 'a']);
  world.pack([7, 'ADD'], ['P', 'a']);
  const answer = await trace(world, 'a');
  expect(unitLines(answer)).toEqual(['start a .. 0', 'carrier P 1..5 1', 'carrier P 7.. 1']);
  expect(linkLines(answer)).toEqual([
    'containment P>a e1 1..3',
    'containment P>a e3 3..5',
    'containment P>a e5 5..5',
    'containment P>a e6 7..',
  ]);
});

test('an interval closed at the moment it was opened carries nothing', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'a']);
  world.pack([1, 'DELETE'], ['P', 'a']);
  expect(unitLines(await trace(world, 'a'))).toEqual(['start a .. 0']);
});

test('a reused container carries only while it held the unit, and does not affect its other contents', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['pallet', 'before']);
  world.pack([2, 'DELETE'], ['pallet']);
  world.pack([3, 'ADD'], ['pallet', 'a']);
  world.pack([3, 'ADD'], ['truck1', 'pallet']);
  world.pack([4, 'DELETE'], ['truck1', 'pallet']);
  world.pack([5, 'DELETE'], ['pallet']);
  world.pack([6, 'ADD'], ['truck2', 'pallet']);
  expect(unitLines(await trace(world, 'a'))).toEqual([
    'start a .. 0',
    'carrier pallet 3..5 1',
    'carrier truck1 3..4 2',
  ]);
});

test('the way up goes through reached units, which are listed as reached alone', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['box', 'a']);
  world.pack([1, 'ADD'], ['ship', 'box']);
  world.pack([2, 'DELETE'], ['ship', 'box']);
  world.pack([3, 'DELETE'], ['box', 'a']);
  world.make(5, [['a'], ['box']]);
  const answer = await trace(world, 'a');
  expect(unitLines(answer)).toEqual(['start a .. 0', 'affected box 5.. 1', 'carrier ship 1..2 2']);
  expect(linkLines(answer)).toEqual([
    'containment box>a e1 1..3',
    'containment ship>box e2 1..2',
    'transformation a>box e5',
  ]);
});

test('the least hops of a carrier counts, and cycles of containers end', async () => {
  const world = new World();
  world.make(1, [['a'], ['b']]);
  world.pack([2, 'ADD'], ['Q', 'b']);
  world.pack([2, 'ADD'], ['P', 'a']);
  world.pack([2, 'ADD'], ['Q', 'P']);
  world.pack([2, 'ADD'], ['R', 'Q']);
  world.pack([2, 'ADD'], ['Q', 'R']);
  expect(unitLines(await trace(world, 'a'))).toEqual([
    'start a .. 0',
    'affected b 1.. 1',
    'carrier P 2.. 1',
    'carrier Q 2.. 2',
    'carrier R 2.. 3',
  ]);
});
