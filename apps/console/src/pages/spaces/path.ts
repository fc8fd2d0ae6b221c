/** Addresses of shared spaces; that of the list is also the key of what was loaded of them. */
export const SPACES_PATH = '/v1/spaces';

export const spacePath = (id: string): string => `${SPACES_PATH}/${id}`;
export const spacePage = (id: string): string => `/spaces/${id}`;
