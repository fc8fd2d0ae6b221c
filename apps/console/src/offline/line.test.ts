import { expect, test, vi } from 'vitest';
import { createLine } from './line.ts';

const ago = (ms: number): string => new Date(Date.now() - ms).toUTCString();

const silence = () => Promise.reject(new Error('no answer'));

test('an answer tells that there is a line, none coming that there is not; who listens is told of changes alone', async () => {
  const line = createLine(undefined, silence);
  let told = 0;
  const end = line.subscribe(() => {
    told += 1;
  });
  line.answered(ago(0));
  line.lost();
  line.lost();
  await vi.waitFor(() => expect(line.current().isUp).toBe(false));
  expect([line.current().isUp, told]).toEqual([false, 1]);
  line.answered(null);
  expect([line.current().isUp, told]).toEqual([true, 2]);
  end();
  line.lost();
  await vi.waitFor(() => expect(line.current().isUp).toBe(false));
  expect(told).toBe(2);
});

test('a clock is wrong from two minutes on, and what an answer took does not change by how much', () => {
  const line = createLine(undefined, silence);
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

test('one question without an answer is no line that is lost, as long as another is answered', async () => {
  let asked = 0;
  const line = createLine(undefined, async () => {
    asked += 1;
  });
  line.lost();
  await vi.waitFor(() => expect(asked).toBe(1));
  await Promise.resolve();
  expect(line.current().isUp).toBe(true);
});
