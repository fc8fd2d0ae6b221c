/** Of the list of branches; also the first part of the keys of what was loaded of it. */
export const BRANCHES_PATH = '/v1/branches';
