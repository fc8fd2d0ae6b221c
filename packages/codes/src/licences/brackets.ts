/** The ways in which people type the brackets and spaces of licence numbers, made one. */

/** Full-width characters made plain, square and tortoise-shell brackets round, spaces left out. */
export function plainBrackets(text: string): string {
  return text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[[〔【［]/g, '(')
    .replace(/[\]〕】］]/g, ')')
    .replace(/\s+/g, '');
}

/** The same, and small letters made capitals. */
export function plainCapitals(text: string): string {
  return plainBrackets(text).toUpperCase();
}
