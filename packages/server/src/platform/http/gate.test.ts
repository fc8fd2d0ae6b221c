import { describe, expect, test } from 'vitest';
import { createGate } from './gate.ts';

const LIMITS = { inside: 2, waiting: 1, waitMs: 60_000 };
const BUSY = { code: 'server.busy', status: 503 };

describe('enter', () => {
  test('lets so many in at once and so many wait, and refuses the next', async () => {
    const gate = createGate(LIMITS);
    const [first] = [await gate.enter(), await gate.enter()];
    let isIn = false;
    const third = gate.enter().then((leave) => {
      isIn = true;
      return leave;
    });
    await expect(gate.enter()).rejects.toMatchObject(BUSY);
    expect(isIn).toBe(false);
    first?.();
    await third;
    // The place went to whoever waited: nobody else gets in by it.
    const fourth = gate.enter();
    await expect(gate.enter()).rejects.toMatchObject(BUSY);
    (await third)();
    await fourth;
  });

  test('leaving twice makes no second place', async () => {
    const gate = createGate({ ...LIMITS, inside: 1, waiting: 0 });
    const leave = await gate.enter();
    leave();
    leave();
    await gate.enter();
    await expect(gate.enter()).rejects.toMatchObject(BUSY);
  });

  test('those who wait get in by the order in which they came', async () => {
    const gate = createGate({ ...LIMITS, inside: 1, waiting: 3 });
    const leave = await gate.enter();
    const order: number[] = [];
    const waiting = [1, 2, 3].map(async (number) => {
      const next = await gate.enter();
      order.push(number);
      next();
    });
    leave();
    await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
  });

  test('one that waits too long is told to come again, and is not waited for', async () => {
    const gate = createGate({ ...LIMITS, inside: 1, waitMs: 1 });
    const leave = await gate.enter();
    await expect(gate.enter()).rejects.toMatchObject(BUSY);
    leave();
    (await gate.enter())();
  });
});

describe('pass', () => {
  test('gives the place back, also when the work fails', async () => {
    const gate = createGate({ ...LIMITS, inside: 1, waiting: 0 });
    await expect(gate.pass(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await expect(gate.pass(async () => 'done')).resolves.toBe('done');
    await expect(gate.pass(async () => 'next')).resolves.toBe('next');
  });
});
