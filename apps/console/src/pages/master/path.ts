import type { EntryKind } from '@suyuan/api';

/** Addresses of the server's, which are also the keys of what was loaded, and of the console's own page. */
const REGISTRY_PATH = '/v1/registry';
export const ENTRIES_PATH = `${REGISTRY_PATH}/entries`;

/** Codes that records name and nothing is said of. */
export const UNKNOWN_PATH = `${REGISTRY_PATH}/unknown`;

export const csvPath = (kind: EntryKind): string => `${REGISTRY_PATH}/csv?${new URLSearchParams({ kind })}`;
export const entryPath = (code: string): string => `${ENTRIES_PATH}/${encodeURIComponent(code)}`;
export const identifierPath = (value: string): string =>
  `${REGISTRY_PATH}/identifiers?${new URLSearchParams({ value })}`;
/** Of one thing; its code has slashes, where it is a link. */
export const entryPage = (code: string): string => `/master-data/${encodeURIComponent(code)}`;
