import { expect, test } from 'vitest';
import { anomalyLines, serial, step, trace, World } from './world.fixture.ts';

const shipping = { bizStep: step('shipping') };
const receiving = { bizStep: step('receiving') };

test('what was shipped and received shows nothing; the receipt of its container counts, through others too', async () => {
  const world = new World();
  world.object([1, 'OBSERVE'], ['a'], shipping);
  world.pack([1, 'ADD'], ['case', 'a']);
  world.pack([1, 'ADD'], ['truck', 'case']);
  world.object([3, 'OBSERVE'], ['truck'], { bizStep: step('arriving') });
  expect(anomalyLines(await trace(world, 'a'))).toEqual([]);
});

test('shipped and never received after that, by it or by what holds it then', async () => {
  const world = new World();
  world.object([1, 'OBSERVE'], ['a'], { ...receiving, bizStep: step('accepting') });
  world.object([2, 'OBSERVE'], ['a'], shipping);
  world.pack([3, 'ADD'], ['P', 'a']);
  world.pack([4, 'DELETE'], ['P', 'a']);
  world.object([4, 'OBSERVE'], ['P'], receiving);
  expect(anomalyLines(await trace(world, 'a'))).toEqual(['shipped-never-received a e2']);
});

test('received and never shipped before that', async () => {
  const world = new World();
  world.object([1, 'OBSERVE'], ['a'], receiving);
  world.object([2, 'OBSERVE'], ['a'], { bizStep: step('departing') });
  world.object([3, 'OBSERVE'], ['a'], receiving);
  expect(anomalyLines(await trace(world, 'a'))).toEqual(['received-never-shipped a e1']);
});

test('at equal times the log order says what came before', async () => {
  const world = new World();
  world.object([1, 'OBSERVE'], ['a'], { ...receiving, position: 2 });
  world.object([1, 'OBSERVE'], ['a'], { ...shipping, position: 1 });
  world.object([1, 'OBSERVE'], ['b'], { ...receiving, position: 3 });
  world.object([1, 'OBSERVE'], ['b'], { ...shipping, position: 4 });
  expect(anomalyLines(await trace(world, ['a', 'b']))).toEqual([
    'received-never-shipped b e3',
    'shipped-never-received b e4',
  ]);
});

test('used before it was made', async () => {
  const world = new World();
  world.object([1, 'OBSERVE'], ['a']);
  world.object([2, 'OBSERVE'], ['a'], { position: -1 });
  world.object([2, 'ADD'], ['a']);
  const answer = await trace(world, 'a');
  expect(anomalyLines(answer)).toEqual(['used-before-made a e1,e3']);
  expect(answer.anomalies[0]?.message).toBe(
    'Appears at 2026-01-01T01:00:00.000Z, before it was made at 2026-01-01T02:00:00.000Z',
  );
});

test('made from nothing: no input of the transformation is there by then', async () => {
  const world = new World();
  world.make(1, [[], ['a']]);
  world.make(2, [[], ['b']], { transformationID: 't' });
  world.make(3, [['x'], []], { transformationID: 't' });
  world.make(4, [[], ['c']], { transformationID: 't' });
  const answer = await trace(world, ['a', 'b', 'c']);
  expect(anomalyLines(answer)).toEqual(['made-from-nothing a e1', 'made-from-nothing b e2']);
});

test('contained twice: stays in two parents that overlap by more than a point', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'a']);
  world.pack([2, 'OBSERVE'], ['seen', 'a']);
  world.pack([3, 'ADD'], ['Q', 'a']);
  world.pack([4, 'DELETE'], ['P', 'a']);
  world.pack([4, 'ADD'], ['R', 'a']);
  world.pack([5, 'ADD'], ['R', 'b']);
  const answer = await trace(world, 'a', { atHour: 0 });
  expect(anomalyLines(answer)).toEqual(['contained-twice a e1,e3', 'contained-twice a e3,e5']);
});

test('an ADD of what is in already and a DELETE of what is not are told of the child', async () => {
  const world = new World();
  world.pack([1, 'ADD'], ['P', 'a', 'a']);
  world.pack([2, 'ADD'], ['P', 'a', 'b']);
  world.pack([3, 'DELETE'], ['P', 'a']);
  world.pack([4, 'DELETE'], ['P', 'a']);
  world.pack([5, 'DELETE'], ['Q', 'a']);
  expect(anomalyLines(await trace(world, 'a'))).toEqual([
    'add-while-open a e2',
    'delete-without-add a e4',
    'delete-without-add a e5',
  ]);
});

test('more used than made beyond 2 %, in whatever convertible units', async () => {
  const world = new World();
  world.make(1, [[], [['a', 100, 'KGM']]]);
  world.make(2, [[['a', 60_000, 'GRM']], ['x']]);
  world.object([3, 'DELETE'], [['a', 42, 'KGM']]);
  expect(anomalyLines(await trace(world, 'a'))).not.toContainEqual(expect.stringContaining('quantity'));
  world.object([4, 'DELETE'], [['a', 1, 'KGM']]);
  world.object([5, 'OBSERVE'], [['a', 1, 'KGM']]);
  const { anomalies } = await trace(world, 'a');
  const exceeded = anomalies.find(({ kind }) => kind === 'quantity-exceeded');
  expect(exceeded?.eventIDs).toEqual(['e1', 'e2', 'e3', 'e4']);
  expect(exceeded?.message).toBe('More was used than made: 103 > 100 KGM');
  world.object([6, 'OBSERVE'], [['a', 1, 'LTR']]);
  expect(anomalyLines(await trace(world, 'a'))).not.toContainEqual(expect.stringContaining('quantity'));
});

test('an event declared erroneous is told of every unit that it lists', async () => {
  const world = new World();
  world.object([1, 'ADD'], ['a', serial('1')], { inError: true, eventID: 'wrong' });
  world.object([1, 'ADD'], ['a', serial('1')], { declares: true, eventID: 'wrong' });
  expect(anomalyLines(await trace(world, ['a', serial('1')]))).toEqual([
    'declared-in-error a wrong',
    'declared-in-error g/21/1 wrong',
  ]);
});

test('an anomaly is told when one of its events is in the answer, in the language of the caller', async () => {
  const world = new World();
  world.object([1, 'OBSERVE'], ['a'], shipping);
  expect((await trace(world, 'a', { atHour: 2 })).anomalies).toEqual([]);
  expect((await trace(world, 'a', { language: 'zh' })).anomalies[0]?.message).toBe(
    '2026-01-01T01:00:00.000Z 已发货，此后没有收货记录',
  );
});
