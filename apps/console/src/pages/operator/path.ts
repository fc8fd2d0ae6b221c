/** Of the list of organisations; also the first part of the keys of what was loaded of it. */
export const OPERATED_PATH = '/v1/operator/organisations';
