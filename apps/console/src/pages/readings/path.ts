/** Of the list of confidential readings; also the key of what was loaded of it. */
export const READINGS_PATH = '/v1/confidential-readings';
