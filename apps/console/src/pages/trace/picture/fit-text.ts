/** As much of a text as fits a width, by what letters take on average: a picture that is saved is measured by no browser. */
export function fitText(text: string, width: number, fontSize: number): string {
  const letters = [...text];
  let taken = 0;
  for (const [index, letter] of letters.entries()) {
    taken += widthOf(letter) * fontSize;
    if (taken > width) return `${letters.slice(0, Math.max(0, index - 1)).join('')}…`;
  }
  return text;
}

/** In parts of the size of the font. Chinese letters are square. */
function widthOf(letter: string): number {
  if (letter > '\u2e7f') return 1;
  return /[A-Zmw0-9%@]/.test(letter) ? 0.66 : 0.54;
}
