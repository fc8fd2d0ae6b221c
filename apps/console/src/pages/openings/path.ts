/** Of the list of openings; also the key of what was loaded of it. */
export const OPENINGS_PATH = '/v1/openings';
