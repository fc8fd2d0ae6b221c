/** The data elements of all packs, found by what they are called in either language. */
import type { StandardElement, StandardElements } from '@suyuan/api';
import { basisOf, type Pack } from '@suyuan/profiles';

export interface ElementsWanted {
  /** Words that must all be there, in any order. */
  readonly q?: string | undefined;
  readonly pack?: string | undefined;
  /** `pack/element` of the last that was told. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** In the order of packs and ids, so that a page follows another whatever came or went between them. */
export function findElements(
  packs: readonly Pack[],
  { q = '', pack, after = '', limit }: ElementsWanted,
): StandardElements {
  const words = folded(q)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = packs
    .filter(({ id }) => pack === undefined || id === pack)
    .flatMap((each) => elementsOf(each, words))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rest = found.filter((element) => keyOf(element) > after);
  const last = rest[limit - 1];
  return {
    elements: rest.slice(0, limit),
    total: found.length,
    ...(rest.length > limit && last !== undefined ? { next: keyOf(last) } : {}),
  };
}

const keyOf = ({ pack, id }: StandardElement): string => `${pack}/${id}`;

/** Width and case of letters tell nobody apart. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function elementsOf(pack: Pack, words: readonly string[]): StandardElement[] {
  const needs = Map.groupBy(pack.requirements, ({ element }) => element);
  return Object.entries(pack.elements).flatMap(([id, element]) => {
    if (!holdsAll(textOf(pack, id, element), words)) return [];
    const { isPersonal = false, at, publicCodes, ...rest } = element;
    const stages = (needs.get(id) ?? []).map((need) => needBody(pack, need));
    const open = publicCodes === undefined ? {} : { publicCodes: [...publicCodes] };
    return [{ id, pack: pack.id, ...rest, ...open, isPersonal, at: [...at], stages }];
  });
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** What it is found by: its id, what it is called and means, and the list of its codes. */
function textOf(
  { codeLists }: Pack,
  id: string,
  { name, definition, codeList = '' }: Pack['elements'][string],
): string {
  const words = [name, definition, codeLists[codeList]?.name].flatMap((each) => [each?.zh ?? '', each?.en ?? '']);
  return folded([id, ...words, codeList].join('\n'));
}

function needBody(
  pack: Pack,
  { element: _, stage, source, clause, ...rest }: Pack['requirements'][number],
): StandardElement['stages'][number] {
  const name = pack.stages.find(({ id }) => id === stage)?.name ?? { zh: stage, en: stage };
  const dated = { source, confidence: rest.confidence, ...(clause === undefined ? {} : { clause }) };
  return { stage, name, ...rest, basis: basisOf(pack, dated) };
}
