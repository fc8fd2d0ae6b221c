/**
 * What a workspace builds for the browser is kept under its `dist`, in a folder named after its sources: it is built
 * anew when one of them changed, and nobody has to think of it.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

export interface BuiltWorkspace {
  /** Path of the workspace's `build.ts`, which builds when it is run as a program, through `makeFolder`. */
  readonly program: string;
  /** Files beside `build.ts`, `package.json` and those under `src` that the build reads. */
  readonly sources?: readonly string[];
}

/** The built folder, built before where the sources changed since. */
export async function builtFolder(workspace: BuiltWorkspace): Promise<string> {
  const folder = folderOf(workspace);
  if (!existsSync(folder)) await buildApart(workspace);
  return folder;
}

/**
 * Builds in a process of its own: a server does not keep the hundred megabytes of a bundler, and Vite, which builds for
 * development where the environment says so, as under a test runner, is told otherwise.
 */
async function buildApart({ program }: BuiltWorkspace): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, [program], { env });
}

/** The built folder, made by `build` in this process where it is missing. */
export async function makeFolder(workspace: BuiltWorkspace, build: (making: string) => Promise<void>): Promise<string> {
  const folder = folderOf(workspace);
  await makeOnce(folder, build);
  return folder;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Made beside, and then renamed, so that two processes that start at once do not meet half a build. */
export async function makeOnce(
  folder: string,
  build: (making: string) => Promise<void>,
  keepMs = DAY_MS,
): Promise<void> {
  if (existsSync(folder)) return;
  const making = join(dirname(folder), `making-${process.pid}`);
  await build(making);
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another process was faster; both built the same.
    if (!existsSync(folder)) throw error;
  }
  removeOld(folder, keepMs);
}

/** Builds that are this old; a younger one may be served by a program that runs, or be in the making. */
function removeOld(folder: string, keepMs: number): void {
  for (const name of readdirSync(dirname(folder))) {
    const path = join(dirname(folder), name);
    if (path !== folder && Date.now() - statSync(path).mtimeMs > keepMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Named after a hash of everything that the build reads. */
function folderOf({ program, sources: more = [] }: BuiltWorkspace): string {
  const root = dirname(program);
  const sources = ['build.ts', 'package.json', ...more];
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      sources.push(relative(root, join(entry.parentPath, entry.name)));
  }
  const hash = createHash('sha256');
  for (const source of sources.sort()) hash.update(`${source}\0`).update(readFileSync(join(root, source)));
  return join(root, 'dist', hash.digest('hex').slice(0, 16));
}
