/** Which looks of cells are days (§18.8): a number is one by its format alone. */
import { isDayFormat } from './day-numbers.ts';
import { readXml } from './xml-pass.ts';
import { tooLarge } from './zip-directory.ts';
import type { Archive } from './zip-part.ts';

/** Excel's published limit of looks is 65,490. */
const STYLES_MAX = 70_000;

export type IsDay = (style: number) => boolean;

/** @throws Problem `table.unreadable`, `table.too-large` */
export async function dayStyles(archive: Archive, part: string): Promise<IsDay> {
  const codes = new Map<number, string>();
  const days: boolean[] = [];
  let isInCells = false;
  await readXml(archive.part(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attributes.numFmtId ?? 0);
        days.push(isDayFormat(id, codes.get(id)));
      }
      if (days.length > STYLES_MAX || codes.size > STYLES_MAX) throw tooLarge();
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return (style) => days[style] === true;
}
