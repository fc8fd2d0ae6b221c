/** What changed from version to version, and from when until when a thing had an identifier. Pure. */
import type { EntryBody, SpanBody, VersionBody } from '@suyuan/api';
import { DIFFERENT_FROM, displayName, identifiersIn, isIdentifier, SAME_AS } from '../registry/index.ts';
import { shortName } from './attribute-names.ts';
import { kindOf } from './kinds.ts';
import type { VersionRow } from './store-catalogue.ts';

/** What entries have to do with each other is no attribute to whoever looks at one. */
const WORDS = [shortName(SAME_AS), shortName(DIFFERENT_FROM)];

type Shown = Omit<EntryBody, 'at'>;

export function entryBody({ at, ...row }: VersionRow): EntryBody {
  const { attributes, ...rest } = shown(row);
  const own = Object.fromEntries(Object.entries(attributes).filter(([name]) => !WORDS.includes(name)));
  return { ...rest, attributes: own, at: at.toISOString() };
}

function shown({ code, type, attributes, children }: Omit<VersionRow, 'at'>): Shown {
  const own = Object.entries(attributes).filter(([name]) => !isIdentifier(name));
  const short = Object.fromEntries(own.map(([name, value]) => [shortName(name), value]));
  const local = Object.fromEntries(own.map(([name, value]) => [name.slice(name.search(/[^#:/]*$/)), value]));
  return {
    code,
    kind: kindOf(type),
    type,
    name: displayName({ code, type, attributes: local, named: {}, children }) ?? null,
    attributes: short,
    identifiers: identifiersIn(attributes),
    parts: [...children],
  };
}

/** @param rows of one code, the oldest first */
export function versionBodies(rows: readonly VersionRow[]): VersionBody[] {
  return rows
    .map(({ at, ...row }, i): VersionBody => {
      const [before, after] = [rows[i - 1], shown(row)];
      return { at: at.toISOString(), kind: after.kind, changes: changesOf(before && shown(before), after) };
    })
    .reverse();
}

type Change = VersionBody['changes'][number];

function changesOf(before: Shown | undefined, after: Shown): Change[] {
  const kinds: Change[] =
    before !== undefined && before.type !== after.type
      ? [{ what: 'kind', name: 'kind', before: before.kind, after: after.kind }]
      : [];
  const own = before?.attributes ?? {};
  const names = [...new Set([...Object.keys(own), ...Object.keys(after.attributes)])];
  const attributes = names.flatMap((name): Change[] => {
    const [was, is] = [own[name] ?? null, after.attributes[name] ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ what: 'attribute', name, before: was, after: is }];
  });
  return [...kinds, ...attributes, ...identifierChanges(before, after), ...partChanges(before, after)];
}

function identifierChanges(before: Shown | undefined, after: Shown): Change[] {
  const schemes = new Set([...(before?.identifiers ?? []), ...after.identifiers].map(({ scheme }) => scheme));
  return [...schemes].flatMap((name): Change[] => {
    const of = (entry: Shown | undefined) =>
      (entry?.identifiers ?? []).filter(({ scheme }) => scheme === name).map(({ value }) => value);
    const [was, is] = [of(before), of(after)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ what: 'identifier', name, before: was.join(' ') || null, after: is.join(' ') || null }];
  });
}

function partChanges(before: Shown | undefined, after: Shown): Change[] {
  const was = before?.parts ?? [];
  return [
    ...was.filter((part) => !after.parts.includes(part)).map((part) => partChange(part, null)),
    ...after.parts.filter((part) => !was.includes(part)).map((part) => partChange(null, part)),
  ];
}

function partChange(before: string | null, after: string | null): Change {
  return { what: 'part', name: 'part', before, after };
}

/** Every identifier that a thing ever had, those that it has first. @param rows of one code, the oldest first */
export function spansOf(rows: readonly VersionRow[]): SpanBody[] {
  const open = new Map<string, SpanBody>();
  const ended: SpanBody[] = [];
  for (const { at, attributes } of rows) {
    const said = new Map(identifiersIn(attributes).map((each) => [`${each.scheme} ${each.value}`, each]));
    for (const [key, span] of open) {
      if (said.has(key)) continue;
      ended.push({ ...span, until: at.toISOString() });
      open.delete(key);
    }
    for (const [key, each] of said)
      if (!open.has(key)) open.set(key, { ...each, since: at.toISOString(), until: null });
  }
  return [...open.values(), ...ended.reverse()];
}
