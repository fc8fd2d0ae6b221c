import { expect, test } from 'vitest';
import { Reading } from './reading.ts';

function held(names: string): { readonly each: { readonly name: string; forget(): void }[]; forgotten(): string } {
  let forgotten = '';
  const each = [...names].map((name) => ({
    name,
    forget() {
      forgotten += name;
    },
  }));
  return { each, forgotten: () => forgotten };
}

test('of so many events the facts are held: the oldest are forgotten, one for each that comes', () => {
  const { each, forgotten } = held('abcde');
  const reading = new Reading(2);
  for (const event of each) reading.keep(event);
  expect(forgotten()).toBe('abc');
});

test('whoever reads a few holds them all', () => {
  const { each, forgotten } = held('abcde');
  const reading = new Reading();
  for (const event of each) reading.keep(event);
  expect(forgotten()).toBe('');
});
