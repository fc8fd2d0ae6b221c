/** Characters of one part of a path, unescaped: a Digital Link has some 400 in all. */
export const PARAM_LENGTH_MAX = 2_000;
