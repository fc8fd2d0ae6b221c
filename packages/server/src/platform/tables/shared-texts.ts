/** The texts that the cells of a workbook share (§18.4), side by side in one buffer: a million of them are no million objects. */
import { CELL_CHARS_MAX } from './table.ts';
import { readXml, textGatherer } from './xml-pass.ts';
import { tooLarge, unreadable } from './zip-directory.ts';
import type { Archive } from './zip-part.ts';

/** Two million different texts of twenty Chinese characters. */
const TEXT_BYTES_MAX = 128 * 1024 * 1024;
const TEXTS_MAX = 4_000_000;

export type SharedTexts = (index: number) => string;

/** @throws Problem `table.unreadable`, `table.too-large` */
export async function sharedTexts(archive: Archive, part: string): Promise<SharedTexts> {
  const store = textStore();
  const gatherer = textGatherer(CELL_CHARS_MAX);
  await readXml(archive.part(part), {
    open: (name) => gatherer.open(name),
    text: (text) => gatherer.add(text),
    close(name) {
      gatherer.close(name);
      if (name === 'si') store.add(gatherer.take());
    },
  });
  return store.at;
}

function textStore() {
  let [bytes, ends, count] = [Buffer.alloc(64 * 1024), new Uint32Array(4 * 1024), 0];
  return {
    add(text: string): void {
      const from = count === 0 ? 0 : (ends[count - 1] ?? 0);
      const to = from + Buffer.byteLength(text);
      if (to > TEXT_BYTES_MAX || count >= TEXTS_MAX) throw tooLarge();
      while (to > bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
      if (count === ends.length) {
        const longer = new Uint32Array(ends.length * 2);
        longer.set(ends);
        ends = longer;
      }
      bytes.write(text, from);
      ends[count] = to;
      count += 1;
    },
    at(index: number): string {
      if (!(Number.isInteger(index) && index >= 0 && index < count)) throw unreadable();
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]);
    },
  };
}
