/** Leaves of every version that there has been: receipts depend on them, so none may ever come out otherwise. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type LeafBlock, leafHash, leafVersion } from './leaf.ts';

interface Vector {
  readonly name: string;
  readonly block: Omit<LeafBlock, 'receivedAt' | 'personId' | 'viaId'> & {
    readonly receivedAt: string;
    readonly personId?: string;
    readonly viaId?: string;
  };
  readonly text: string;
  readonly leaf: string;
}

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../../../../../vectors/leaves/leaves.json', import.meta.url), 'utf8'),
);

const blockOf = ({ block }: Vector): LeafBlock => ({
  personId: null,
  viaId: null,
  ...block,
  receivedAt: new Date(block.receivedAt),
});

test.each(VECTORS.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
  expect(leafHash(blockOf(vector), vector.text).toString('hex')).toBe(vector.leaf);
});

test('the entry, put together by hand', () => {
  const entry = `\0suyuan record 2\no\nk\nj\n2026-01-01T00:00:00.000Z\nxml\nc\n<a/>`;
  const shared = { orgId: 'o', keyId: 'k', jobId: 'j', binding: 'xml', contextId: 'c' };
  const block = { version: 2, ...shared, personId: null, viaId: null };
  const leaf = leafHash({ ...block, receivedAt: new Date('2026-01-01T00:00:00Z') }, '<a/>');
  expect(leaf).toEqual(createHash('sha256').update(entry).digest());
  const by = {
    ...shared,
    version: 3,
    keyId: null,
    personId: 'p',
    viaId: 'v',
    receivedAt: new Date('2026-01-01T00:00:00Z'),
  };
  const more = `\0suyuan record 3\no\n\np\nv\nj\n2026-01-01T00:00:00.000Z\nxml\nc\n<a/>`;
  expect(leafHash(by, '<a/>')).toEqual(createHash('sha256').update(more).digest());
});

test('a leaf is of version 3 where a person recorded, or one organisation for another', () => {
  expect(leafVersion({ personId: null, viaId: null })).toBe(2);
  expect(leafVersion({ personId: 'p', viaId: null })).toBe(3);
  expect(leafVersion({ personId: null, viaId: 'v' })).toBe(3);
});

test('whatever the leaf covers makes another one', () => {
  const vector = VECTORS[1];
  if (vector === undefined) throw new Error('no vector');
  const block = blockOf(vector);
  const others: LeafBlock[] = [
    { ...block, orgId: 'x' },
    { ...block, keyId: null },
    { ...block, jobId: null },
    { ...block, receivedAt: new Date(0) },
    { ...block, binding: 'xml' },
    { ...block, contextId: 'x' },
    { ...block, version: 3 },
    { ...block, version: 3, personId: 'x' },
    { ...block, version: 3, viaId: 'x' },
  ];
  const leaves = [leafHash(block, vector.text), leafHash(block, `${vector.text} `)];
  for (const other of others) leaves.push(leafHash(other, vector.text));
  expect(new Set(leaves.map((leaf) => leaf.toString('hex'))).size).toBe(leaves.length);
});

test('a version that there is not', () => {
  const vector = VECTORS[0];
  if (vector === undefined) throw new Error('no vector');
  expect(() => leafHash({ ...blockOf(vector), version: 4 }, '')).toThrow(RangeError);
});
