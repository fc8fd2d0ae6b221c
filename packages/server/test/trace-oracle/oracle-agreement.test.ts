import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { traceByBruteForce } from './brute-force.ts';
import { packed, trace, turned } from './builders.ts';
import { diffAnswers, shrinkWorld } from './compare.ts';
import { checkAgreement, type Engine } from './oracle-agreement.ts';
import { generateWorld } from './world.ts';
import { checkDigit } from './world-codes.ts';

const SIZE = { units: 10, events: 30 };

/** The brute-force tracer as an engine, which sees only what `edit` leaves of the log. */
function engineSeeing(seed: number, edit: (events: Parameters<Engine>[0]) => Parameters<Engine>[0]): Engine {
  const { spellings } = generateWorld(seed, SIZE);
  return async (events, question) => traceByBruteForce({ events: edit(events), spellings }, question);
}

test('one seed is one world', () => {
  expect(generateWorld(7, SIZE)).toEqual(generateWorld(7, SIZE));
  expect(generateWorld(7, SIZE)).not.toEqual(generateWorld(8, SIZE));
});

test('every code of a world is known in its canonical spelling, and check digits are right', () => {
  expect(checkDigit('950600013435')).toBe('2');
  for (const [spelling, canonical] of generateWorld(3, SIZE).spellings) {
    expect(canonical).toMatch(/^https:\/\/id\.gs1\.org\//);
    const digits = /\/(?:00|01|414|417)\/(\d+)/.exec(spelling)?.[1];
    if (digits !== undefined) expect(checkDigit(digits.slice(0, -1))).toBe(digits.slice(-1));
  }
});

test('worlds hold all event types, corrections, equal times and times out of order', () => {
  const { events } = generateWorld(1, { units: 20, events: 200 });
  expect(new Set(events.map((event) => event.type)).size).toBe(5);
  expect(events.some((event) => event.errorDeclaration !== undefined)).toBe(true);
  const times = events.map((event) => Date.parse(event.eventTime));
  expect(new Set(times).size).toBeLessThan(times.length);
  expect(times).not.toEqual([...times].sort((a, b) => a - b));
});

test('a world of another order of rows and spelling of times is the same answer', () => {
  const answer = trace([packed('p', 1, ['box', 'a', 'b'])], 'downstream', ['box', 1]);
  const units = [...answer.units].reverse().map((unit) => ({ ...unit, since: '2026-03-01T09:00:00+08:00' }));
  expect(diffAnswers({ ...answer, units }, answer)).toBe('');
});

test('a start unit of both directions is a row for each bound, and one row where there is none', () => {
  const world = [packed('p', 1, ['box', 'a'])];
  const starts = (answer: Answer): object[] => answer.units.filter((unit) => unit.role === 'start');
  expect(starts(trace(world, 'both', ['box', 1]))).toHaveLength(2);
  expect(starts(trace(world, 'both', ['box']))).toHaveLength(1);
});

test('a row told twice, a row missing and events in another order are differences', () => {
  const answer = trace(
    [turned('t', 1, { inputEPCList: ['a'], outputEPCList: ['b', 'c'] }), packed('p', 2, ['b', 'd'])],
    'downstream',
    ['a'],
  );
  const twice: Answer = { ...answer, links: [...answer.links, ...answer.links.slice(0, 1)] };
  expect(diffAnswers(twice, answer)).toMatch(/^links\n {2}only engine/);
  expect(diffAnswers({ ...answer, units: answer.units.slice(1) }, answer)).toMatch(/only oracle: start a hops 0/);
  expect(diffAnswers({ ...answer, events: [...answer.events].reverse() }, answer)).toMatch(/engine order/);
});

test('an engine that answers right agrees', async () => {
  for (let seed = 1; seed <= 5; seed += 1)
    await checkAgreement(
      seed,
      SIZE,
      engineSeeing(seed, (events) => events),
    );
});

test('an engine that forgets transformations disagrees, on a log of one or two events', async () => {
  const forgetful = engineSeeing(2, (events) => events.filter((event) => event.type !== 'TransformationEvent'));
  await expect(checkAgreement(2, SIZE, forgetful)).rejects.toThrow(
    /differ, seed 2:.*\nlog of [12] events:\n.*TransformationEvent/s,
  );
});

test('an engine that ignores error declarations disagrees on an event and its declaration', async () => {
  const trusting = engineSeeing(2, (events) => events.filter((event) => event.errorDeclaration === undefined));
  await expect(checkAgreement(2, SIZE, trusting)).rejects.toThrow(/log of [12] events:\n.*errorDeclaration/s);
});

test('shrinking keeps just the events that the mismatch needs', async () => {
  const world = generateWorld(4, SIZE);
  const needed = [world.events[3], world.events[17]];
  const smallest = await shrinkWorld(world, async ({ events }) =>
    needed.every((event) => event !== undefined && events.includes(event)),
  );
  expect(smallest.events).toEqual(needed);
});
