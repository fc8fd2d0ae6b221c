/** Of the list of links; also the key of what was loaded of it. */
export const SHARES_PATH = '/v1/shares';
