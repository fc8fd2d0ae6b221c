/** Of the jurisdictions that the organisation has and gave; also the first part of the keys of what was loaded of them. */
export const JURISDICTIONS_PATH = '/v1/jurisdictions';
