/**
 * SVG does not wrap text, and the server has no fonts to measure with. An estimate a little on the wide side keeps
 * labels inside their boxes in every system font that we name.
 */
const WIDE_FROM = 0x2e80; // CJK radicals and all that follows: as wide as high
const WIDE_EM = 1.02;
const UPPER_EM = 0.74;
const NARROW_EM = 0.6;

/** Estimated width of one character, in em. */
function widthOf(char: string): number {
  if ((char.codePointAt(0) ?? 0) >= WIDE_FROM) return WIDE_EM;
  return /[A-Z@%&MWmw]/.test(char) ? UPPER_EM : NARROW_EM;
}

/**
 * Cuts a label into at most `lines` lines of `widthEm`, the last with an ellipsis where text is left over.
 * Latin words move whole to the next line where that leaves no more than half a line empty.
 */
export function fitText(text: string, widthEm: number, lines: number): string[] {
  const rest = Array.from(text.replace(/\s+/g, ' ').trim());
  const fitted: string[] = [];
  while (rest.length > 0 && fitted.length < lines) {
    const isLast = fitted.length === lines - 1;
    const end = countThatFit(rest, widthEm);
    if (end >= rest.length) {
      fitted.push(rest.splice(0).join(''));
    } else if (isLast) {
      fitted.push(
        `${rest
          .slice(0, countThatFit(rest, widthEm - WIDE_EM))
          .join('')
          .trimEnd()}…`,
      );
    } else {
      fitted.push(rest.splice(0, breakBefore(rest, end)).join('').trim());
    }
  }
  return fitted;
}

function countThatFit(chars: readonly string[], widthEm: number): number {
  let used = 0;
  for (const [index, char] of chars.entries()) {
    used += widthOf(char);
    if (used > widthEm) return Math.max(1, index);
  }
  return chars.length;
}

function breakBefore(chars: readonly string[], end: number): number {
  if (!isInsideWord(chars, end)) return end;
  for (let at = end - 1; at > end / 2; at -= 1) {
    if (!isInsideWord(chars, at)) return at;
  }
  return end;
}

function isInsideWord(chars: readonly string[], at: number): boolean {
  return /[\w.]/.test(chars[at - 1] ?? '') && /[\w.]/.test(chars[at] ?? '');
}
