/**
 * Completes package-lock.json with the optional packages of other platforms. npm leaves out those that its registry
 * does not answer for at the moment, and `npm ci` then refuses the lock on every machine. Run after `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const SYSTEMS = [
  'android',
  'darwin',
  'win32',
  'windows',
  'linux',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

const path = new URL('../package-lock.json', import.meta.url);
const lock: { packages: Record<string, LockEntry> } = JSON.parse(readFileSync(path, 'utf8'));
let added = 0;
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    // What is no exact version is no platform package: those are published together with their parent.
    if (!/^\d/.test(version) || isLocked(place, name)) continue;
    const words = name.toLowerCase().split(/[-/_]/);
    const os = SYSTEMS.filter((system) => words.includes(system)).map((system) =>
      system === 'windows' ? 'win32' : system,
    );
    const cpu = PROCESSORS.filter(
      (processor) => words.includes(processor) || (processor === 'arm' && words.includes('gnueabihf')),
    );
    if (os.length === 0 && cpu.length === 0) continue;
    const system = { ...(cpu.length === 0 ? {} : { cpu }), ...(os.length === 0 ? {} : { os }) };
    lock.packages[`node_modules/${name}`] = {
      version,
      ...system,
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} packages of other platforms added`);

/** Whether a dependency of the package at `place` has an entry, beside it or further out. */
function isLocked(place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (Object.hasOwn(lock.packages, `${at === '' ? '' : `${at}/`}node_modules/${name}`)) return true;
    if (at === '') return false;
  }
}
