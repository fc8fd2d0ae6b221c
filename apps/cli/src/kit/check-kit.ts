/** Whether a kit is whole, and whether what is found of its documents is what it says. */
import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CHECKS, KNOWN_CHECKS, type LoadedPack, loadPack, readPack } from '@suyuan/profiles';
import { Compile } from 'typebox/compile';
import { judgeDocument, readDocument } from './document.ts';
import { PatchSchema, patched } from './json-patch.ts';
import type { Manifest, ManifestCase, ManifestFinding } from './manifest.ts';

export type Told = Pick<ManifestFinding, 'event' | 'rule' | 'effect'> & {
  readonly element?: string | undefined;
  readonly unit?: string | undefined;
};

/** Undefined where the case is as it says. */
export type Difference = string | undefined;

/** A file of the kit, as its text. */
export type ReadFile = (file: string) => string;

const isPatch = Compile(PatchSchema);

/** @param found what a system found of the document of a case; this program's own judge where nothing is given */
export function caseChecker(
  manifest: Manifest,
  read: ReadFile,
  found?: FoundElsewhere,
): (of: ManifestCase) => Difference {
  const packs = new Map(manifest.packs.map(({ id, pack }) => [id, loadedPack(whole(read, pack))]));
  const byId = new Map(manifest.cases.map((each) => [each.id, each]));
  return (each) => {
    const document = readDocument(JSON.parse(whole(read, each.document)));
    if (document === undefined) return 'the document is no EPCIS 2.0';
    if (each.kind === 'invalid') {
      const patch: unknown = JSON.parse(whole(read, each.patch));
      const base = byId.get(each.of);
      if (base === undefined || !isPatch.Check(patch)) return 'there is no patch, or nothing that it patches';
      const made = patched(JSON.parse(whole(read, base.document)), patch);
      if (!isDeepStrictEqual(made, document)) return 'the patch makes another document';
    }
    const pack = packs.get(each.pack);
    if (pack === undefined) return `there is no pack ${each.pack}`;
    return differenceOf(each, found === undefined ? judgeDocument(pack, document).findings : found(each.id));
  };
}

/** By the id of a case; undefined where nothing is said of it. */
export type FoundElsewhere = (id: string) => readonly Told[] | undefined;

function differenceOf({ findings }: ManifestCase, told: readonly Told[] | undefined): Difference {
  if (told === undefined) return 'nothing is said of it';
  const expected = findings.map(shown);
  const actual = told.map(shown);
  const missing = without(expected, actual).map((each) => `- ${each}`);
  const more = without(actual, expected).map((each) => `+ ${each}`);
  return missing.length + more.length === 0 ? undefined : [...missing, ...more].join('; ');
}

/** Those of one list that the other does not have as many times. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** `unit` is not compared: systems write one code in several ways. */
function shown({ event, rule, element, effect }: Told): string {
  return [`#${event}`, rule, element, effect].filter((part) => part !== undefined).join(' ');
}

function whole(read: ReadFile, { file, sha256 }: { readonly file: string; readonly sha256: string }): string {
  const text = read(file);
  if (hash('sha256', text, 'hex') !== sha256) throw new Error(`${file} is not as it was written`);
  return text;
}

function loadedPack(text: string): LoadedPack {
  const pack = readPack(JSON.parse(text), KNOWN_CHECKS);
  if (!pack.ok) throw new Error(pack.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
  return loadPack(pack.pack, CHECKS);
}
