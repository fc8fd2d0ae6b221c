/** The Merkle tree hash of the whole log (RFC 9162 §2.1.1), computed from its leaves in one pass. */
import { hash } from 'node:crypto';
import type { Queryable } from '../../platform/db/index.ts';
import { selectLeaves } from './store.ts';

const LEAF_BYTES = 32;
const RUNS = 2_000;
const NODE = Buffer.from([1]);

export interface LogRoot {
  /** How many leaves there are. */
  readonly size: number;
  /** The one hash that stands for all of them and their order. */
  readonly root: Buffer;
}

export async function logRoot(db: Queryable): Promise<LogRoot> {
  return rememberLogRoot()(db);
}

/**
 * The same for whoever asks again and again: the log only grows, so that what was added up is kept (one hash a level of the tree)
 * and only what came since is read. One at a time.
 */
export function rememberLogRoot(): (db: Queryable) => Promise<LogRoot> {
  const root = createRoot();
  let size = 0;
  let before: Promise<unknown> = Promise.resolve();

  async function goOn(db: Queryable): Promise<LogRoot> {
    for (;;) {
      const page = await selectLeaves(db, size, RUNS);
      if (page === undefined) break;
      for (let at = 0; at < page.leaves.length; at += LEAF_BYTES) root.add(page.leaves.subarray(at, at + LEAF_BYTES));
      size = page.next;
    }
    return { size, root: root.value() };
  }

  return (db) => {
    const turn = before.then(() => goOn(db));
    // Whoever comes next goes on from where this one stopped, also where it failed.
    before = turn.catch(() => undefined);
    return turn;
  };
}

/** Leaf hashes in, in order; holds one hash for each level of the tree. */
export function createRoot(): { add(leafHash: Buffer): void; value(): Buffer } {
  // Whole subtrees, larger before smaller: those of the ones in the binary form of the count.
  const subtrees: Buffer[] = [];
  let count = 0;
  return {
    add(leafHash) {
      let node = leafHash;
      for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) node = parentOf(subtrees.pop() ?? node, node);
      subtrees.push(node);
      count += 1;
    },
    value() {
      const last = subtrees.at(-1);
      if (last === undefined) return hash('sha256', Buffer.alloc(0), 'buffer');
      return subtrees.slice(0, -1).reduceRight((right, left) => parentOf(left, right), last);
    },
  };
}

function parentOf(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
