/** How long a link is valid, in days, and how many codes it is for. */
export const SHARE_DAYS_MAX = 90;
export const SHARE_DAYS_DEFAULT = 7;
export const SHARED_CODES_MAX = 20; // a link is for a person to read
