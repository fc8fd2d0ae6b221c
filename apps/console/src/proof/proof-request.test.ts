import { expect, test, vi } from 'vitest';
import { createProofRequest } from './proof-request.ts';

test('all who ask while it is open get the one answer, and whoever asks later opens it anew', async () => {
  const request = createProofRequest();
  const onChange = vi.fn();
  request.subscribe(onChange);
  const asked = Promise.all([request.ask(), request.ask()]);
  expect(request.isOpen()).toBe(true);
  expect(onChange).toHaveBeenCalledOnce();
  request.answer(true);
  expect(await asked).toEqual([true, true]);
  expect(request.isOpen()).toBe(false);
  const again = request.ask();
  request.answer(false);
  expect(await again).toBe(false);
});
