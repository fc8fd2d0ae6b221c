/** A kit with which others test their own systems: all of its files, the same bytes whenever it is written. */
import { hash } from 'node:crypto';
import { DOCUMENT_SCHEMA } from '@suyuan/epcis';
import { CHECKS, loadPack, type Pack, PackSchema } from '@suyuan/profiles';
import { examplesOfPacks } from '@suyuan/profiles/examples';
import { type Case, casesOf } from './cases.ts';
import type { Found } from './document.ts';
import { PatchSchema } from './json-patch.ts';
import { FindingSchema, type Manifest, type ManifestCase, type ManifestFinding, ManifestSchema } from './manifest.ts';
import { readmes } from './readme.ts';

/** Path within the kit → text. */
export type KitFiles = ReadonlyMap<string, string>;

export function kitOf(packs: readonly Pack[]): KitFiles {
  const files = new Map<string, string>();
  const put = (file: string, value: unknown): { readonly file: string; readonly sha256: string } => {
    const text = `${JSON.stringify(value, undefined, 2)}\n`;
    files.set(file, text);
    return { file, sha256: hash('sha256', text, 'hex') };
  };
  const schemas = Object.entries(SCHEMAS).map(([name, schema]) => put(`schemas/${name}.schema.json`, schema));
  const examples = examplesOfPacks();
  const written = packs.map((pack) => {
    const cases = casesOf(loadPack(pack, CHECKS), examples.get(pack.id) ?? { context: {}, stages: {} });
    return { pack, file: put(`packs/${pack.id}.json`, pack), cases: cases.map((each) => putCase(pack, each, put)) };
  });
  const manifest: Manifest = {
    kit: 1,
    packs: written.map(({ pack: { id, version }, file, cases }) => {
      const valid = cases.filter(({ kind }) => kind === 'valid').length;
      return { id, version, pack: file, valid, invalid: cases.length - valid };
    }),
    schemas,
    cases: written.flatMap(({ cases }) => cases),
  };
  put('manifest.json', manifest);
  for (const [file, text] of Object.entries(readmes(manifest))) files.set(file, text);
  return files;
}

const DIALECT = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
const SCHEMAS = {
  'epcis-document': { ...DIALECT, ...DOCUMENT_SCHEMA },
  finding: { ...DIALECT, $id: 'urn:suyuan:schema:kit-finding', title: 'Finding', ...FindingSchema },
  'json-patch': { ...DIALECT, ...PatchSchema },
  manifest: { ...DIALECT, ...ManifestSchema },
  pack: { ...DIALECT, ...PackSchema },
};

type Put = (file: string, value: unknown) => { readonly file: string; readonly sha256: string };

function putCase({ id: pack, version }: Pack, each: Case, put: Put): ManifestCase {
  const inCommon = {
    ...{ id: each.id, pack, version, stage: each.stage },
    document: put(`cases/${each.id}.jsonld`, each.document),
    findings: each.findings.map(findingOf),
  };
  if (each.kind === 'valid') return { kind: 'valid', ...inCommon };
  return {
    ...{ kind: 'invalid', ...inCommon, of: each.of },
    patch: put(`cases/${each.id}.json-patch`, each.patch),
    says: each.says,
    breaks: findingOf(each.breaks),
  };
}

export function findingOf({ pack: _, version: __, ...finding }: Found): ManifestFinding {
  return finding;
}
