/**
 * Whether this machine has a font for Chinese: most have, and are spared the list of a hundred font slices. A letter that
 * no font has is drawn as the same box, or nothing, as a character that does not exist.
 */
export function showsChinese(root: Document): boolean {
  return draw(root, '源') !== draw(root, '\u{10ffff}');
}

function draw(root: Document, letter: string): string {
  const canvas = root.createElement('canvas');
  canvas.width = canvas.height = 32;
  const context = canvas.getContext('2d');
  if (context === null) return letter;
  context.font = '24px sans-serif';
  context.fillText(letter, 2, 26);
  return canvas.toDataURL();
}
