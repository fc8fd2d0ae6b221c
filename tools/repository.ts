/** What the checks of this repository have in common: where it is, its workspaces, its files, how faults are printed. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(import.meta.dirname, '..');

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Folders with a package.json under packages/ and apps/, as `packages/codes`. */
export function workspacesOf(root: string): readonly string[] {
  return ['packages', 'apps']
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((workspace) => existsSync(join(root, workspace, 'package.json')));
}

/** Every file below a folder that is written by us, as full paths. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

export function isEntryPoint(moduleUrl: string): boolean {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(moduleUrl);
}

/** Prints the faults and sets the exit code. */
export function report(check: string, faults: readonly string[]): void {
  for (const fault of faults) console.error(`${check}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  console.log(`${check}: ${faults.length === 0 ? 'ok' : `${faults.length} faults`}`);
}
