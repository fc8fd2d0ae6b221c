/** FNC1 has no shape in most fonts; a gap is read as what it is. */
export const shownCode = (code: string): string => code.replaceAll('\u001d', ' ');
