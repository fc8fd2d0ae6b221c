/** Which stages a story has, when its records are of many kinds. */
import { expect, test } from 'vitest';
import { fewStages, STAGES_MAX } from './few-stages.ts';
import type { Placed, StoryKind } from './kinds.ts';

const DONE: readonly (readonly [name: string, kind: StoryKind, times: number])[] = [
  ['维护保养', 'testing', 10],
  ['月检', 'testing', 6],
  ['修理', 'repairing', 1],
  ['安装', 'installing', 1],
  ['资料移交', 'other', 1],
  ['建档', 'other', 1],
  ['投入使用', 'other', 1],
  ['登记', 'other', 2],
  ['救援', 'other', 2],
];

const placedOf = (done: typeof DONE): Placed[] =>
  done.flatMap(([name, kind, times]) =>
    Array.from({ length: times }, (_, at) => ({
      row: { eventID: `${name} ${at}`, type: 'ObjectEvent', units: [] },
      ...{ kind, key: kind, isMain: true },
    })),
  );
const namesOf = (done: typeof DONE) =>
  new Map(
    done.flatMap(([name, , times]) =>
      Array.from({ length: times }, (_, at) => [`${name} ${at}`, { zh: name, en: name }] as const),
    ),
  );

const told = (done: typeof DONE) =>
  Object.entries(Object.groupBy(fewStages(placedOf(done), namesOf(done)), ({ key }) => key)).map(
    ([key, all = []]) => [key, [...new Set(all.map(({ name }) => name?.zh))].join('、')] as const,
  );

test('checks and repairs of every kind are one stage, the rarest of the rest another, and all keep their names', () => {
  const stages = told([['造', 'making', 1], ...DONE]);
  expect(stages.length).toBeLessThanOrEqual(STAGES_MAX);
  expect(Object.fromEntries(stages)).toMatchObject({
    care: '维护保养、月检、修理',
    'named 登记': '登记',
    'named 救援': '救援',
    other: expect.stringContaining('资料移交'),
  });
});

test('while they are few each has a stage of its own', () => {
  expect(told(DONE.slice(0, STAGES_MAX)).map(([key]) => key)).toEqual(
    DONE.slice(0, STAGES_MAX).map(([name]) => `named ${name}`),
  );
});
