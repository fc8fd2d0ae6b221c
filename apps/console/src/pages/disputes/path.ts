/** Of the list of disputes; also the key of what was loaded of it. */
export const DISPUTES_PATH = '/v1/disputes';
