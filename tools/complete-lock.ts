/**
 * Makes package-lock.json serve every machine. Run after `npm install`, which leaves out the optional packages of other
 * platforms that its registry does not answer for at the moment; `npm ci` then refuses the lock everywhere.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  libc?: readonly string[];
  engines?: Readonly<Record<string, string>>;
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
for (const [place, entry] of Object.entries(lock.packages)) {
  // Where the lock does not name the C library, npm installs the packages of both: of Biome alone 96 MB for nothing.
  const libc = entry.optional === true ? /[-_](gnu|musl)(eabi(hf)?)?$/.exec(place)?.[1] : undefined;
  if (libc !== undefined && entry.libc === undefined) entry.libc = [libc === 'gnu' ? 'glibc' : 'musl'];
  // npm holds these against the Node that it runs on itself; everything here runs on the one of the package `node`.
  if (place.startsWith('node_modules/')) delete entry.engines;
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
