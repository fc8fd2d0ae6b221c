/**
 * What has changed of all that pages depend on, whichever program changed it. Records and master data are told by their keys, from the
 * log; all else by one generation: after it nothing that was kept counts.
 */
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { readTouched } from '../../events/index.ts';
import { lastPosition, selectRuns } from '../../integrity/index.ts';
import { selectCodesOfBlocks } from '../../registry/index.ts';
import type { PackInUse } from '../../standards/index.ts';
import { selectState } from './store-state.ts';
import { masterKey } from './watch.ts';

/** Keys of what changed; or whatever there is. */
export type Changed = ReadonlySet<string> | 'everything';

export interface Changes {
  /**
   * Resolves when all is told that was committed a second ago, or before the last nudge.
   * @throws what the database throws
   */
  heed(): Promise<void>;
  /** This program has changed something: who asks next is told of it. */
  nudge(): void;
}

export interface ChangesDeps {
  /** The program's own. */
  readonly program: Pick<Ctx, 'read' | 'clock'>;
  packs(): Promise<readonly PackInUse[]>;
  /** Nobody would use the keys: none are looked up. */
  isIdle(): boolean;
  onChange(changed: Changed): void;
}

/** What another program has changed is seen within this time. */
const FRESH_MS = 1_000;
/**
 * Blocks, of 64 records at the most, of which keys are looked up at once: some 20 ms of the event loop. A program that imports
 * faster has all pages drawn anew, once a second.
 */
const BLOCKS_MAX = 32;

export function createChanges(deps: ChangesDeps): Changes {
  let seen: Seen | undefined;
  let seenAtMs = Number.NEGATIVE_INFINITY;
  let nudges = 0;
  let seenNudges = 0;
  let current: Promise<void> | undefined;

  async function look(): Promise<void> {
    const [atMs, after] = [performance.now(), nudges];
    const { now, changed } = await lookSince(deps, seen);
    if (changed === 'everything' || changed.size > 0) deps.onChange(changed);
    seen = now;
    seenAtMs = atMs;
    seenNudges = after;
  }

  return {
    async heed() {
      const [sinceMs, after] = [performance.now() - FRESH_MS, nudges];
      while (seenAtMs < sinceMs || seenNudges < after) {
        current ??= look().finally(() => {
          current = undefined;
        });
        await current;
      }
    },
    nudge() {
      nudges += 1;
    },
  };
}

interface Seen {
  readonly size: number;
  readonly state: string;
  readonly packs: string;
}

async function lookSince(
  { program, packs, isIdle }: ChangesDeps,
  before: Seen | undefined,
): Promise<{ readonly now: Seen; readonly changed: Changed }> {
  const digests = (await packs()).map(({ digest }) => digest).join(' ');
  return program.read(async (tx) => {
    const state = await selectState(tx, program.clock.now());
    const now = { size: (await lastPosition(tx)) + 1, state, packs: digests };
    if (before === undefined || before.state !== state || before.packs !== digests || before.size > now.size)
      return { now, changed: 'everything' as const };
    if (before.size === now.size || isIdle()) return { now, changed: new Set<string>() };
    return { now, changed: await changedSince(tx, before.size) };
  });
}

async function changedSince(tx: Tx, size: number): Promise<Changed> {
  // The run before the first new one comes with them.
  const runs = await selectRuns(tx, size, BLOCKS_MAX + 2);
  const blocks = runs.filter(({ first }) => first >= size).map(({ block }) => block);
  if (blocks.length > BLOCKS_MAX) return 'everything';
  const changed = await readTouched(tx, blocks);
  for (const code of await selectCodesOfBlocks(tx, blocks)) changed.add(masterKey(code));
  return changed;
}
