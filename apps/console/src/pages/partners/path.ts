/** Of the list of partners; also the key of what was loaded of it. */
export const PARTNERS_PATH = '/v1/partners';
