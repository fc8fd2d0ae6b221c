/**
 * Writes sbom.json, a bill of materials of what runs in production: `npm run sbom`, or `npm run sbom -- FILE`. CycloneDX 1.5
 * (ECMA-424), from the lock file alone, so that it is the same on every machine: the binaries of all platforms are in it, and
 * neither a time nor a path.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEntryPoint, ROOT } from './repository.ts';

/** What a lock file (version 3) says of a package; `link` stands for a workspace. */
interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
}

export interface Lock {
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope: 'required' | 'optional';
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly ({ readonly license: { readonly id: string } } | { readonly expression: string })[];
}

/** The bill as text, components in the order of their addresses. */
export function sbom({ version, packages }: Lock): string {
  const found = Object.entries(packages).flatMap(([path, locked]) => componentOf(path, locked) ?? []);
  const byRef = new Map(found.map((component) => [component['bom-ref'], component]));
  const components = [...byRef.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const component = { type: 'application', name: 'suyuan', version, licenses: [{ license: { id: 'Apache-2.0' } }] };
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component }, components };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** Undefined for what is ours, and for what only tests and checks need. */
function componentOf(path: string, locked: Locked): Component | undefined {
  const at = path.lastIndexOf('node_modules/');
  const { version, integrity, license, dev, devOptional, optional, link } = locked;
  if (at < 0 || link === true || dev === true || version === undefined) return undefined;
  const name = locked.name ?? path.slice(at + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    scope: optional === true || devOptional === true ? 'optional' : 'required',
    purl,
    hashes: integrity === undefined ? [] : integrity.split(' ').map(hashOf),
    licenses:
      license === undefined ? [] : [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }],
  };
}

const ALGORITHMS: Readonly<Record<string, string>> = { sha512: 'SHA-512', sha256: 'SHA-256', sha1: 'SHA-1' };

/** Of subresource integrity, `sha512-base64`. */
function hashOf(integrity: string): { readonly alg: string; readonly content: string } {
  const [name = '', ...base64] = integrity.split('-');
  const alg = ALGORITHMS[name];
  if (alg === undefined) throw new Error(`a hash that CycloneDX does not name: ${name}`);
  return { alg, content: Buffer.from(base64.join('-'), 'base64').toString('hex') };
}

export function readLock(root: string): Lock {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
}

if (isEntryPoint(import.meta.url)) {
  const file = process.argv[2] ?? 'sbom.json';
  const text = sbom(readLock(ROOT));
  writeFileSync(file, text);
  console.log(`${file}: ${JSON.parse(text).components.length} components`);
}
