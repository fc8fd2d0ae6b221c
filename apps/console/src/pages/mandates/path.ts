/** Of the list of mandates; also the key of what was loaded of it. */
export const MANDATES_PATH = '/v1/mandates';
