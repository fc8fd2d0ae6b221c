/** Of the list of drafts; also the first part of the keys of what was loaded of it. */
export const DRAFTS_PATH = '/v1/drafts';
