/** Every version of a pack by which records are or were judged here, those that were withdrawn too: each of them was published. */
import { Problem } from '@suyuan/api';
import { KNOWN_CHECKS, readPack } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { compareVersions } from './compare-versions.ts';
import type { PackInUse } from './pack-in-use.ts';
import type { PackShelf } from './shelf.ts';
import { type HistoryRow, selectBody, selectHistory } from './store-packs.ts';

export interface PublishedPack extends Pick<PackInUse, 'pack' | 'text' | 'digest'> {
  readonly state: 'in-force' | 'overridden' | 'withdrawn';
  /** By the operator; the others come with the program. */
  readonly isAdded: boolean;
  /** Since when it counts here; of what comes with the program nobody wrote it down. */
  readonly addedAt?: Date;
  readonly withdrawnAt?: Date;
}

export interface PackHistory {
  /** Of one id, the highest version first; empty where there never was one. */
  of(id: string): Promise<readonly PublishedPack[]>;
}

/** @param ctx the program's own */
export function openHistory(ctx: Pick<Ctx, 'read' | 'log'>, shelf: PackShelf): PackHistory {
  /** By digest: a body is read and checked once. Undefined where this program cannot read it. */
  const read = new Map<string, ReadBody | undefined>();

  async function withdrawnOf(rows: readonly HistoryRow[]): Promise<PublishedPack[]> {
    const gone: PublishedPack[] = [];
    for (const { no, pack: id, digest, addedAt, withdrawnAt } of rows) {
      if (withdrawnAt === null) continue;
      if (!read.has(digest)) read.set(digest, readBody(await ctx.read((tx) => selectBody(tx, no)), { id, ctx }));
      const body = read.get(digest);
      if (body === undefined) continue;
      gone.push({ ...body, digest, state: 'withdrawn', isAdded: true, addedAt, withdrawnAt });
    }
    return gone;
  }

  return {
    async of(id) {
      const rows = await ctx.read((tx) => selectHistory(tx, id));
      const inForce = (await shelf.packs()).find(({ pack }) => pack.id === id)?.digest;
      const held = (await shelf.versions()).filter(({ pack }) => pack.id === id);
      const standing = held.map((each) => standingOf(each, { shelf, rows, inForce }));
      const all = [...standing, ...(await withdrawnOf(rows))].sort((a, b) =>
        compareVersions(b.pack.version, a.pack.version),
      );
      // What was withdrawn and added anew is told once, as it stands now.
      return all.filter(({ pack: { version } }, at) => all.findIndex(({ pack }) => pack.version === version) === at);
    },
  };
}

interface Standing {
  readonly shelf: PackShelf;
  readonly rows: readonly HistoryRow[];
  readonly inForce: string | undefined;
}

function standingOf({ pack, text, digest }: PackInUse, { shelf, rows, inForce }: Standing): PublishedPack {
  const isAdded = !shelf.shipped.some((each) => each.digest === digest);
  const row = isAdded ? rows.find((each) => each.digest === digest && each.withdrawnAt === null) : undefined;
  return {
    ...{ pack, text, digest, isAdded, state: digest === inForce ? 'in-force' : 'overridden' },
    ...(row === undefined ? {} : { addedAt: row.addedAt }),
  };
}

type ReadBody = Pick<PublishedPack, 'pack' | 'text'>;

function readBody(
  text: string,
  { id, ctx }: { readonly id: string; readonly ctx: Pick<Ctx, 'log'> },
): ReadBody | undefined {
  const checked = readPack(JSON.parse(text), KNOWN_CHECKS);
  if (checked.ok) return { pack: checked.pack, text };
  ctx.log.warn({ pack: id, faults: checked.faults.length }, 'a category pack that was withdrawn cannot be read');
  return undefined;
}

interface Wanted {
  readonly id: string;
  readonly version: string;
}

/** @throws Problem `resource.not-found` */
export async function publishedVersion(history: PackHistory, { id, version }: Wanted): Promise<PublishedPack> {
  return versionAmong(await history.of(id), { id, version });
}

/** @throws Problem `resource.not-found` */
export function versionAmong(versions: readonly PublishedPack[], { id, version }: Wanted): PublishedPack {
  const found = versions.find(({ pack }) => pack.version === version);
  if (found === undefined)
    throw new Problem('resource.not-found', { what: versions.length === 0 ? id : `${id} ${version}` });
  return found;
}

/** The one that a version is held against where none is named: the next under it that still counts. */
export function versionUnder(versions: readonly PublishedPack[], { pack }: PublishedPack): PublishedPack | undefined {
  return versions.find((each) => each.state !== 'withdrawn' && compareVersions(each.pack.version, pack.version) < 0);
}
