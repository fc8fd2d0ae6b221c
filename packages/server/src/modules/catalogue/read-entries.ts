/** From what was sent to entries, and everything that is wrong with them. */
import type { EntryKind } from '@suyuan/api';
import { personalDataIn } from '@suyuan/codes';
import type { Finding } from '@suyuan/epcis';
import { displayName, type Identifier, isMergeWord } from '../registry/index.ts';
import { fullName } from './attribute-names.ts';
import { isKind } from './kinds.ts';
import { identifierFault, readAny, readEntryCode } from './read-code.ts';
import { finding } from './rules.ts';

export interface Entry {
  readonly kind: EntryKind;
  /** Canonical. */
  readonly code: string;
  /** By full names, in the order of these. */
  readonly attributes: readonly (readonly [name: string, values: readonly string[]])[];
  readonly identifiers: readonly Identifier[];
  /** Canonical codes. */
  readonly parts: readonly string[];
}

const CODE_LENGTH_MAX = 1_000;
const TEXT_LENGTH_MAX = 2_000;
const IDENTIFIER_LENGTH_MAX = 256;
const ATTRIBUTES_MAX = 100;
const VALUES_MAX = 20;
const IDENTIFIERS_MAX = 20;
const PARTS_MAX = 200;

type Find = (fault: Finding) => void;

export function readEntries(given: readonly unknown[]): {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const entries: Entry[] = [];
  const firsts = new Map<string, number>();
  for (const [place, each] of given.entries()) {
    const entry = readEntry(each, `/${place}`, (fault) => findings.push(fault));
    if (entry === undefined) continue;
    const first = firsts.get(entry.code);
    if (first === undefined) firsts.set(entry.code, place);
    else
      findings.push(finding('registry.code-twice', `/${place}/code`, { value: entry.code, first: String(first + 1) }));
    entries.push(entry);
  }
  return { entries, findings };
}

const OBJECT = { zh: '对象', en: 'an object' };
const text = (max: number) => ({ zh: `文字，1 至 ${max} 个字符`, en: `a text of 1 to ${max} characters` });
const list = (max: number) => ({ zh: `列表，最多 ${max} 项`, en: `a list of ${max} at most` });

/** Undefined where anything of it is wrong: that has been said then. */
function readEntry(given: unknown, pointer: string, tell: Find): Entry | undefined {
  let isWhole = true;
  const find: Find = (fault) => {
    isWhole = false;
    tell(fault);
  };
  if (!isRecord(given)) {
    find(finding('registry.shape', pointer, { value: given, wanted: OBJECT }));
    return undefined;
  }
  const { kind } = given;
  if (!isKind(kind)) find(finding('registry.kind', `${pointer}/kind`, { value: kind }));
  const said = readText(given.code, `${pointer}/code`, { max: CODE_LENGTH_MAX, find });
  const read = said === undefined || !isKind(kind) ? undefined : readEntryCode(said.trim(), kind, `${pointer}/code`);
  if (read?.ok === false) find(read.fault);
  const attributes = readAttributes(given.attributes, `${pointer}/attributes`, find);
  const identifiers = readIdentifiers(given.identifiers ?? [], `${pointer}/identifiers`, find);
  const parts = readParts(given.parts ?? [], `${pointer}/parts`, find);
  if (!isWhole || read?.ok !== true || !isKind(kind)) return undefined;
  return { kind, code: read.code, attributes, identifiers, parts };
}

function readAttributes(given: unknown, pointer: string, find: Find): Entry['attributes'] {
  if (!isRecord(given) || Object.keys(given).length > ATTRIBUTES_MAX) {
    find(finding('registry.shape', pointer, { wanted: OBJECT }));
    return [];
  }
  const read: (readonly [string, readonly string[]])[] = [];
  for (const [name, value] of Object.entries(given)) {
    const at = `${pointer}/${name.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const full = fullName(name);
    if (full === undefined) find(finding('registry.attribute-name', at, { value: name }));
    if (full !== undefined && isMergeWord(full)) find(finding('registry.merge-word', at));
    const values = Array.isArray(value) ? value : [value];
    if (values.length === 0 || values.length > VALUES_MAX)
      find(finding('registry.shape', at, { wanted: list(VALUES_MAX) }));
    const texts = values
      .slice(0, VALUES_MAX)
      .flatMap((each) => readText(each, at, { max: TEXT_LENGTH_MAX, isProse: name !== 'telephone', find }) ?? []);
    if (full !== undefined) read.push([full, texts]);
  }
  if (displayName({ ...NOTHING, attributes: given }) === undefined)
    find(finding('registry.name-missing', `${pointer}/name`));
  return read.sort(([a], [b]) => (a < b ? -1 : 1));
}

const NOTHING = { code: '', type: '', named: {}, children: [] };

function readIdentifiers(given: unknown, pointer: string, find: Find): Identifier[] {
  return listOf(given, pointer, { max: IDENTIFIERS_MAX, find }).flatMap((each, place) => {
    const at = `${pointer}/${place}`;
    if (!isRecord(each)) {
      find(finding('registry.shape', at, { value: each, wanted: OBJECT }));
      return [];
    }
    const scheme = readText(each.scheme, `${at}/scheme`, { max: IDENTIFIER_LENGTH_MAX, find });
    const value = readText(each.value, `${at}/value`, { max: IDENTIFIER_LENGTH_MAX, find })?.trim();
    if (scheme === undefined || value === undefined) return [];
    const fault = identifierFault(scheme, value, at);
    if (fault !== undefined) find(fault);
    return [{ scheme, value }];
  });
}

function readParts(given: unknown, pointer: string, find: Find): string[] {
  return listOf(given, pointer, { max: PARTS_MAX, find }).flatMap((each, place) => {
    const code = readText(each, `${pointer}/${place}`, { max: CODE_LENGTH_MAX, find });
    if (code === undefined) return [];
    const read = readAny(code.trim(), `${pointer}/${place}`);
    if (read.ok) return [read.code];
    find(read.fault);
    return [];
  });
}

function readText(
  value: unknown,
  pointer: string,
  { max, isProse = false, find }: { readonly max: number; readonly isProse?: boolean; readonly find: Find },
): string | undefined {
  if (typeof value !== 'string' || value.trim() === '' || value.length > max || !isStorable(value)) {
    find(finding('registry.shape', pointer, { value, wanted: text(max) }));
    return undefined;
  }
  // A code may look like a telephone number; what is for reaching a firm is one, and stands on labels.
  if (!personalDataIn(value).some(({ kind }) => isProse || kind === 'id-number')) return value;
  find(finding('registry.personal', pointer));
  return undefined;
}

/** The texts of PostgreSQL hold no U+0000 and no half characters. */
function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

function listOf(
  given: unknown,
  pointer: string,
  { max, find }: { readonly max: number; readonly find: Find },
): readonly unknown[] {
  if (Array.isArray(given) && given.length <= max) return given;
  find(finding('registry.shape', pointer, { wanted: list(max) }));
  return [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
