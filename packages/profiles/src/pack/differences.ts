/** What two versions of a pack say otherwise, in words for people. */
import { type ItemKind, itemsOf, KIND_NAMES, KINDS, type PackItem } from './items.ts';
import { MEMBERS } from './member-words.ts';
import type { Pack } from './pack.ts';
import type { Words } from './parts.ts';

export interface PackDifference {
  readonly kind: ItemKind;
  /** Of the item; `stage/element` of a requirement. */
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Members that differ, of an item that is in both. */
  readonly members: readonly string[];
  /** What people call the item. */
  readonly name: Words;
  /** The members that differ, in words. */
  readonly parts: readonly Words[];
  readonly says: Words;
}

/** In the order of the kinds, then of the ids. */
export function differencesOf(before: Pack, after: Pack): PackDifference[] {
  const [old, fresh] = [itemsOf(before), itemsOf(after)];
  return KIND_NAMES.flatMap((kind) => {
    const [from, to] = [byId(old[kind]), byId(fresh[kind])];
    return [...new Set([...from.keys(), ...to.keys()])]
      .sort()
      .flatMap((id) => differenceOf(kind, from.get(id) ?? [], to.get(id) ?? []));
  });
}

function byId(items: readonly PackItem[]): ReadonlyMap<string, readonly PackItem[]> {
  return Map.groupBy(items, ({ id }) => id);
}

/** Versions of one id are compared in their order; most items have one. */
function differenceOf(kind: ItemKind, from: readonly PackItem[], to: readonly PackItem[]): PackDifference[] {
  return Array.from({ length: Math.max(from.length, to.length) }, (_, index) => index).flatMap((index) => {
    const [old, fresh] = [from[index], to[index]];
    const item = fresh ?? old;
    if (item === undefined) return [];
    const change = old === undefined ? 'added' : fresh === undefined ? 'removed' : 'changed';
    const members = old === undefined || fresh === undefined ? [] : membersThatDiffer(old.value, fresh.value);
    if (change === 'changed' && members.length === 0) return [];
    const parts = members.map((member) => MEMBERS[member] ?? { zh: member, en: member });
    const { id, name } = item;
    return [{ kind, id, change, members, name, parts, says: wordsOf(kind, item, { change, parts }) }];
  });
}

function membersThatDiffer(old: object, fresh: object): string[] {
  const [from, to] = [new Map(Object.entries(old)), new Map(Object.entries(fresh))];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((name) => inOrder(from.get(name)) !== inOrder(to.get(name)))
    .sort();
}

/** The same text for the same content: in JSON the order of members says nothing. */
function inOrder(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? ''
  );
}

const CHANGES = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删除', en: 'removed' },
  changed: { zh: '修改', en: 'changed' },
} as const;

function wordsOf(
  kind: ItemKind,
  { name }: PackItem,
  { change, parts }: Pick<PackDifference, 'change' | 'parts'>,
): Words {
  const { zh, en } = KINDS[kind];
  const [inChinese, inEnglish] = [parts.map((each) => each.zh).join('、'), parts.map((each) => each.en).join(', ')];
  const colon = parts.length > 0;
  return {
    zh: `${CHANGES[change].zh}${zh}“${name.zh}”${colon ? `：${inChinese}` : ''}`,
    en: `${en} “${name.en}” ${CHANGES[change].en}${colon ? `: ${inEnglish}` : ''}`,
  };
}
