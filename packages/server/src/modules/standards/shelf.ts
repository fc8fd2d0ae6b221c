/** The packs that records are judged by: of each, the highest of the version that comes with the program and of those added to it. */
import { hash } from 'node:crypto';
import { CHECKS, KNOWN_CHECKS, loadPack, PACKS, readPack } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { compareVersions } from './compare-versions.ts';
import type { PackInUse } from './pack-in-use.ts';
import { selectAdded, selectBody } from './store-packs.ts';

export interface PackShelf {
  /** In the order of their ids. */
  packs(): Promise<readonly PackInUse[]>;
  /** All that can be used, in the order of their ids, of each the version in use first and those under it after it. */
  versions(): Promise<readonly PackInUse[]>;
  /** Those that come with the program. */
  readonly shipped: readonly PackInUse[];
  /** The next time they are looked at anew: what was added or withdrawn counts from then on. */
  lookAgain(): void;
}

interface Looked {
  readonly versions: readonly PackInUse[];
  readonly best: readonly PackInUse[];
}

/** What another process added is seen within this time. */
const FRESH_MS = 1_000;

/** @param ctx the program's own @throws Error where a pack that comes with the program is faulty */
export function openShelf(ctx: Pick<Ctx, 'read' | 'log'>): PackShelf {
  const shipped = PACKS.map((given) => inUse(given));
  /** By digest: a pack is read and checked once. */
  const read = new Map<string, PackInUse | undefined>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let current: Promise<Looked> | undefined;

  async function look(): Promise<Looked> {
    return ctx.read(async (tx) => {
      const all = [...shipped];
      for (const { no, pack: id, digest } of await selectAdded(tx)) {
        if (!read.has(digest)) read.set(digest, readAdded(await selectBody(tx, no), { id, ctx }));
        const added = read.get(digest);
        if (added !== undefined) all.push(added);
      }
      const versions = all.sort(highestFirst);
      return { versions, best: bestOf(versions) };
    });
  }

  function looked(): Promise<Looked> {
    const now = performance.now();
    if (current === undefined || now - lookedAt > FRESH_MS) {
      lookedAt = now;
      const before = current;
      current = look();
      // While the database is away those of before hold.
      current.catch(() => {
        current = before;
      });
    }
    return current;
  }

  return {
    shipped,
    versions: async () => (await looked()).versions,
    packs: async () => (await looked()).best,
    lookAgain() {
      lookedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Of one version that is there twice, the one that comes with the program stays before the other. */
function highestFirst({ pack: a }: PackInUse, { pack: b }: PackInUse): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return compareVersions(b.version, a.version);
}

function bestOf(versions: readonly PackInUse[]): readonly PackInUse[] {
  return versions.filter(({ pack }, at) => versions[at - 1]?.pack.id !== pack.id);
}

/** Undefined, and told to the log, where a program that knows other rules than the one that took it cannot use it. */
function readAdded(
  body: string,
  { id, ctx }: { readonly id: string; readonly ctx: Pick<Ctx, 'log'> },
): PackInUse | undefined {
  try {
    return inUse(JSON.parse(body));
  } catch (error) {
    ctx.log.error({ err: error, pack: id }, 'a category pack that was added cannot be used');
    return undefined;
  }
}

function inUse(given: unknown): PackInUse {
  const checked = readPack(given, KNOWN_CHECKS);
  if (!checked.ok) throw new Error(checked.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
  const { pack } = checked;
  const text = JSON.stringify(pack);
  return { pack, loaded: loadPack(pack, CHECKS), text, digest: hash('sha256', text, 'hex') };
}
