/** Bounds of a confidential reading, for the API and for whoever asks for one by a page. */
export const CONFIDENTIAL_DAYS_MAX = 180; // half a year; a longer case is asked for anew
export const CONFIDENTIAL_DAYS_DEFAULT = 30;
export const CONFIDENTIAL_ABOUT_MAX = 50;
