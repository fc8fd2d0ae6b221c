import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Queryable } from '../../platform/db/index.ts';
import { createRoot, rememberLogRoot } from './log-root.ts';

/** By the definition, split at the largest power of two that is smaller. */
function byDefinition(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split))];
  return createHash('sha256').update('\u0001').update(left).update(right).digest();
}

test('one pass gives what the definition of RFC 9162 gives, for every size', () => {
  const leaves: Buffer[] = [];
  const root = createRoot();
  for (let size = 0; size <= 70; size += 1) {
    expect(root.value().toString('hex'), `of ${size}`).toBe(byDefinition(leaves).toString('hex'));
    const leaf = createHash('sha256').update(String(size)).digest();
    leaves.push(leaf);
    root.add(leaf);
  }
});

test('an empty log has the hash of nothing', () => {
  expect(createRoot().value().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('asked again, what came since is added to what is known, and read alone', async () => {
  const leaves = Array.from({ length: 9 }, (_, n) => createHash('sha256').update(String(n)).digest());
  const asked: unknown[] = [];
  let held = 4;
  const db: Queryable = {
    async query(_text: string, [position]: readonly unknown[] = []) {
      asked.push(position);
      const rows = leaves
        .slice(Number(position), held)
        .map((each, n) => ({ first: Number(position) + n, leaves: each }));
      return JSON.parse('{"rows":[]}', (name, value) => (name === 'rows' ? rows : value));
    },
  };
  const rootOf = rememberLogRoot();
  expect(await rootOf(db)).toEqual({ size: 4, root: byDefinition(leaves.slice(0, 4)) });
  held = 9;
  const both = await Promise.all([rootOf(db), rootOf(db)]);
  expect(both).toEqual([1, 2].map(() => ({ size: 9, root: byDefinition(leaves) })));
  expect(asked).toEqual([0, 4, 4, 9, 9]);
});
