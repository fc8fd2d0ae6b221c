import { expect, test } from 'vitest';
import { custodyLines, step, trace, World } from './world.fixture.ts';

const from = (party: string, kind = 'possession') => ({ sources: [{ kind, party }] });
const to = (party: string, kind = 'possession') => ({ destinations: [{ kind, party }] });

test('shipping claims for the source, receiving for the destination; the first source had it from the first event', async () => {
  const world = new World();
  world.object([1, 'ADD'], ['a']);
  world.object([2, 'OBSERVE'], ['a'], { bizStep: step('shipping'), ...from('maker'), ...to('carrier') });
  world.object([3, 'OBSERVE'], ['a'], { bizStep: step('departing'), ...from('maker') });
  world.object([5, 'OBSERVE'], ['a'], { bizStep: step('receiving'), ...from('maker'), ...to('shop') });
  const answer = await trace(world, 'a');
  expect(custodyLines(answer)).toEqual(['a possession maker 1..5 e2', 'a possession shop 5.. e4']);
  expect(answer.units[0]?.holder).toBe('shop');
});

test('any other step claims for the source where no destination is named, and ownership goes its own way', async () => {
  const world = new World();
  world.object([1, 'OBSERVE'], ['a'], { ...to('farm') });
  world.object([2, 'OBSERVE'], ['a'], { bizStep: step('storing'), ...from('store'), ...to('bank', 'ownership') });
  world.object([3, 'OBSERVE'], ['a'], { bizStep: step('shipping'), ...to('nobody') });
  expect(custodyLines(await trace(world, 'a'))).toEqual([
    'a possession farm 1..2 e1',
    'a possession store 2.. e2',
    'a ownership bank 2.. e2',
  ]);
});

test('a unit that nobody claims is with its places', async () => {
  const world = new World();
  world.object([1, 'ADD'], ['a'], { readPoint: 'line 1' });
  world.object([2, 'OBSERVE'], ['a'], { bizLocation: 'hall', readPoint: 'gate' });
  world.object([3, 'OBSERVE'], ['a'], { bizLocation: 'hall' });
  world.object([4, 'OBSERVE'], ['a'], { bizLocation: 'away', inError: true });
  expect(custodyLines(await trace(world, 'a'))).toEqual(['a possession line 1 1..2 e1', 'a possession hall 2.. e2']);
});

test('a unit goes where its containers go while it is in them', async () => {
  const world = new World();
  world.object([1, 'ADD'], ['a'], { ...to('maker') });
  world.object([1, 'OBSERVE'], ['truck'], { ...to('early') });
  world.pack([2, 'ADD'], ['case', 'a']);
  world.pack([2, 'ADD'], ['truck', 'case']);
  world.object([3, 'OBSERVE'], ['truck'], { ...to('haulier') });
  world.object([4, 'OBSERVE'], ['a'], { ...to('inspector') });
  world.object([5, 'OBSERVE'], ['truck'], { ...to('haulier') });
  world.pack([6, 'DELETE'], ['truck']);
  world.object([6, 'OBSERVE'], ['truck'], { ...to('late') });
  expect(custodyLines(await trace(world, 'a'), 'a')).toEqual([
    'a possession maker 1..3 e1',
    'a possession haulier 3..4 e5',
    'a possession inspector 4..5 e6',
    'a possession haulier 5.. e7',
  ]);
});

test('custody covers the whole history of a unit, before and after its bound', async () => {
  const world = new World();
  world.object([1, 'ADD'], ['a'], { ...to('maker') });
  world.object([2, 'OBSERVE'], ['a'], { ...to('shop') });
  expect(custodyLines(await trace(world, 'a', { atHour: 9 }))).toEqual([
    'a possession maker 1..2 e1',
    'a possession shop 2.. e2',
  ]);
});
