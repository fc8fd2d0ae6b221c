import type { EntryKind } from '@suyuan/api';

/** Addresses of the server's, which are also the keys of what was loaded, and of the console's own page. */
const REGISTRY_PATH = '/v1/registry';
export const ENTRIES_PATH = `${REGISTRY_PATH}/entries`;

/** Codes that records name and nothing is said of. */
export const UNKNOWN_PATH = `${REGISTRY_PATH}/unknown`;

/** Entries that look like one thing, those that are merged, and those that are not one. */
export const DUPLICATES_PATH = `${REGISTRY_PATH}/duplicates`;
export const MERGES_PATH = `${REGISTRY_PATH}/merges`;
export const mergePath = (code: string): string => `${MERGES_PATH}/${encodeURIComponent(code)}`;
export const DIFFERENCES_PATH = `${REGISTRY_PATH}/differences`;
export const differencePath = (codes: readonly string[]): string =>
  [DIFFERENCES_PATH, ...codes.map(encodeURIComponent)].join('/');

/** As many as are looked through; others are found by a word of theirs. */
const LISTED = 50;

/** Of the kind, those whose name or code has the text. */
export const entriesPath = (kind: EntryKind, q: string): string =>
  `${ENTRIES_PATH}?${new URLSearchParams({ kind, limit: String(LISTED), ...(q === '' ? {} : { q }) })}`;

export const csvPath = (kind: EntryKind): string => `${REGISTRY_PATH}/csv?${new URLSearchParams({ kind })}`;
export const entryPath = (code: string): string => `${ENTRIES_PATH}/${encodeURIComponent(code)}`;
/** What the product looks like. */
export const picturePath = (code: string): string => `${entryPath(code)}/picture`;
export const identifierPath = (value: string): string =>
  `${REGISTRY_PATH}/identifiers?${new URLSearchParams({ value })}`;
/** Of one thing; its code has slashes, where it is a link. */
export const entryPage = (code: string): string => `/master-data/${encodeURIComponent(code)}`;
