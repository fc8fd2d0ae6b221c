import { expect, test } from 'vitest';
import { createLine } from './line.ts';

const ago = (ms: number): string => new Date(Date.now() - ms).toUTCString();

test('an answer tells that there is a line, none coming that there is not; who listens is told of changes alone', () => {
  const line = createLine(undefined);
  let told = 0;
  const end = line.subscribe(() => {
    told += 1;
  });
  line.answered(ago(0));
  line.lost();
  line.lost();
  expect([line.current().isUp, told]).toEqual([false, 1]);
  line.answered(null);
  expect([line.current().isUp, told]).toEqual([true, 2]);
  end();
  line.lost();
  expect(told).toBe(2);
});

test('a clock is wrong from two minutes on, and what an answer took does not change by how much', () => {
  const line = createLine(undefined);
  line.answered(ago(100_000));
  expect(line.current().skewMs).toBe(0);
  line.answered(ago(3_600_000));
  const { skewMs } = line.current();
  expect(Math.round(skewMs / 60_000)).toBe(-60);
  line.answered(ago(3_590_000));
  expect(line.current().skewMs).toBe(skewMs);
  line.answered(ago(0));
  expect(line.current().skewMs).toBe(0);
});
