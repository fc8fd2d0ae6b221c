/** How scanners mark GS1 data (ISO/IEC 15424): Code 128, DataMatrix, QR, DataBar. */
const GS1_MARKS = new Set([']C1', ']d2', ']Q3', ']e0']);

/**
 * What a scanner would type. GS1 data keep their mark, by which their identifiers are read for certain, also where the
 * first is no key; of other symbols it says nothing about the code. Pure.
 */
export function asScanned(text: string, mark: string): string {
  return GS1_MARKS.has(mark) ? mark + text : text;
}
