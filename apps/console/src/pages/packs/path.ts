/** Addresses of the server's; the first is also the first part of the keys of what was loaded. */
export const PACKS_PATH = '/v1/operator/packs';
export const CHECK_PATH = `${PACKS_PATH}/check`;
export const packPath = (id: string, version: string): string =>
  `${PACKS_PATH}/${encodeURIComponent(id)}/${encodeURIComponent(version)}`;
/** All that one holds, for everybody to read. */
export const standardsPage = (id: string): string => `/standards/${encodeURIComponent(id)}`;
