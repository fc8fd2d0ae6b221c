/** FNC1 has no shape in most fonts; a gap is read as what it is. Browsers of old phones have no `replaceAll`. */
export const shownCode = (code: string): string => code.split('\u001d').join(' ');
