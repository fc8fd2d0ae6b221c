/** The folder of secret keys beside the database: what is in the database sealed opens with these alone. */
import { createReadStream } from 'node:fs';
import { access, chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { malformed } from './archive/frames.ts';

export interface KeyFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Who may read it: the last nine bits of its mode. */
  readonly mode: number;
  contents(): AsyncIterable<Buffer>;
}

/** In order of their paths; none where there is no folder. */
export async function keyFiles(dir: string): Promise<KeyFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: relative(dir, path).split(sep).join('/'),
      mode: (await stat(path)).mode & 0o777,
      contents: () => createReadStream(path),
    })),
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Key files on their way in: apart until all else is known to be right. */
export interface IncomingKeys {
  /** Where a file goes, its folder made. */
  write(path: string, mode: number, contents: AsyncIterable<Buffer>): Promise<void>;
  /** Puts them in place; keys that were there are kept beside, under a name that is returned. */
  place(at: Date): Promise<string | undefined>;
  /** Takes back what is not in place yet. */
  undo(): Promise<void>;
}

const PATH = /^[^/\\\0:]+(\/[^/\\\0:]+)*$/;

export function incomingKeys(dir: string): IncomingKeys {
  const incoming = `${dir}.restoring`;
  let kept: string | undefined;
  let isBegun = false;
  let isPlaced = false;
  return {
    async write(path, mode, contents) {
      // Sealed by whoever has the passphrase, and still nothing that may lead out of the folder.
      if (!PATH.test(path) || path.split('/').some((part) => /^\.{1,2}$/.test(part))) {
        throw malformed();
      }
      if (!isBegun) await rm(incoming, { recursive: true, force: true });
      isBegun = true;
      const target = join(incoming, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const file = await open(target, 'wx', 0o600);
      try {
        for await (const bytes of contents) await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await chmod(target, mode);
    },
    async place(at) {
      if (!isBegun) {
        // What a restore that was killed has left.
        await rm(incoming, { recursive: true, force: true });
        return undefined;
      }
      if (await isThere(dir)) {
        const aside = `${dir}.before-restore-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
        await rename(dir, aside);
        kept = aside;
      }
      await rename(incoming, dir);
      isPlaced = true;
      return kept;
    },
    async undo() {
      // A commit that nobody answered may have happened: keys that are in place stay, those of before are beside them.
      if (isBegun && !isPlaced) await rm(incoming, { recursive: true, force: true });
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
