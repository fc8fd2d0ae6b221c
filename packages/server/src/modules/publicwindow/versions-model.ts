/** Versions of a pack that are or were in use, and the page of what two of them say otherwise. Pure. */
import type { PackDifferencesPage, PackVersionRow } from '@suyuan/api/public-page';
import { dayOf, differencesOf, KIND_NAMES, type PackDifference } from '@suyuan/profiles';
import { type PublishedPack, versionUnder } from '../standards/index.ts';
import type { PageRequest } from './page-model.ts';

/** On a page; as many as programs are told. */
const DIFFERENCES_MAX = 1_000;

export function versionRows(versions: readonly PublishedPack[]): PackVersionRow[] {
  return versions.map((each) => {
    const { pack, state, isAdded, addedAt, withdrawnAt } = each;
    const under = versionUnder(versions, each)?.pack.version;
    return {
      ...{ version: pack.version, state, isAdded },
      ...(addedAt === undefined ? {} : { addedOn: dayOf(addedAt.getTime()) }),
      ...(withdrawnAt === undefined ? {} : { withdrawnOn: dayOf(withdrawnAt.getTime()) }),
      ...(under === undefined ? {} : { under }),
    };
  });
}

export interface Pair {
  readonly versions: readonly PublishedPack[];
  readonly after: PublishedPack;
  /** Undefined of a first. */
  readonly before: PublishedPack | undefined;
}

export function differencesPage({ versions, after, before }: Pair, request: PageRequest): PackDifferencesPage {
  const { id, name, version } = after.pack;
  const all = before === undefined ? [] : differencesOf(before.pack, after.pack);
  const told = Map.groupBy(all.slice(0, DIFFERENCES_MAX), ({ kind }) => kind);
  const countOf = (wanted: PackDifference['change']): number => all.filter(({ change }) => change === wanted).length;
  return {
    ...{ kind: 'pack-differences', ...request, id, name, version },
    ...(before === undefined ? {} : { before: before.pack.version }),
    versions: versionRows(versions),
    counts: { added: countOf('added'), removed: countOf('removed'), changed: countOf('changed') },
    groups: KIND_NAMES.flatMap((kind) => {
      const differences = told.get(kind) ?? [];
      if (differences.length === 0) return [];
      return [{ of: kind, differences: differences.map(({ change, name, parts }) => ({ change, name, parts })) }];
    }),
    cut: Math.max(0, all.length - DIFFERENCES_MAX),
  };
}
