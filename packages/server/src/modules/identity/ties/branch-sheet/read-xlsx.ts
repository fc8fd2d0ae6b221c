/** The cells of the first sheet of an .xlsx workbook (ECMA-376 part 1, §18), as text. */
import { type CellPlace, parsePlace } from '../../../../platform/xlsx/cell-place.ts';
import { readXml } from './read-xml.ts';
import { type Archive, openArchive, unreadable } from './read-zip.ts';

export interface Cell extends CellPlace {
  readonly text: string;
  /** `formula`: its value is reckoned, or an error. `rounded`: a number of more digits than Excel keeps. */
  readonly flaw?: 'formula' | 'rounded';
}

export interface Sheet {
  /** Those that are not empty, row by row. */
  readonly cells: readonly Cell[];
  /** The first and the last cell of each that is merged of several. */
  readonly merged: readonly (readonly [CellPlace, CellPlace])[];
}

/** @throws Problem `branch-sheet.unreadable`, `branch-sheet.too-large` */
export async function readXlsx(file: Buffer): Promise<Sheet> {
  const archive = openArchive(file);
  const sheet = await archive.part(await firstSheet(archive));
  if (sheet === undefined) throw unreadable();
  return readSheet(sheet, await sharedTexts(archive));
}

const BOOK = 'xl/workbook.xml';

async function firstSheet(archive: Archive): Promise<string> {
  const [book, ties] = [await archive.part(BOOK), await archive.part('xl/_rels/workbook.xml.rels')];
  if (book === undefined || ties === undefined) throw unreadable();
  const ids: string[] = [];
  await readXml(book, {
    open: (name, attributes) => {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && id !== undefined) ids.push(id);
    },
  });
  const targets = new Map<string, string>();
  await readXml(ties, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  const target = targets.get(ids[0] ?? '');
  if (target === undefined) throw unreadable();
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** What Excel cannot write in XML it writes as `_x000D_` (§22.4.2.4). */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Runs of one text in several looks are one text; how it is read aloud (`rPh`) is none of it. */
function textGatherer() {
  let text = '';
  let isText = false;
  let isAloud = false;
  return {
    open(name: string): void {
      if (name === 'rPh') isAloud = true;
      isText = name === 't' && !isAloud;
    },
    add(more: string): void {
      if (isText) text += more;
    },
    close(name: string): void {
      isText = false;
      if (name === 'rPh') isAloud = false;
    },
    take(): string {
      const taken = unescaped(text);
      text = '';
      return taken;
    },
  };
}

async function sharedTexts(archive: Archive): Promise<readonly string[]> {
  const part = await archive.part('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (part === undefined) return texts;
  const gatherer = textGatherer();
  await readXml(part, {
    open: (name) => gatherer.open(name),
    text: (text) => gatherer.add(text),
    close: (name) => {
      gatherer.close(name);
      if (name === 'si') texts.push(gatherer.take());
    },
  });
  return texts;
}

async function readSheet(part: Buffer, shared: readonly string[]): Promise<Sheet> {
  const cells: Cell[] = [];
  const merged: (readonly [CellPlace, CellPlace])[] = [];
  const gatherer = textGatherer();
  let [row, column, type, value, isValue, isFormula] = [0, 0, 'n', '', false, false];
  await readXml(part, {
    open(name, attributes) {
      gatherer.open(name);
      isValue = name === 'v';
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        column = 0;
      } else if (name === 'c') {
        // Who writes no place means the cell after the one before (§18.3.1.4).
        ({ row, column } = placeOf(attributes.r) ?? { row, column: column + 1 });
        [type, value, isFormula] = [attributes.t ?? 'n', '', false];
      } else if (name === 'f') isFormula = true;
      else if (name === 'mergeCell') merged.push(rangeOf(attributes.ref ?? ''));
    },
    text(text) {
      gatherer.add(text);
      if (isValue) value += text;
    },
    close(name) {
      gatherer.close(name);
      isValue = false;
      if (name !== 'c') return;
      const inline = gatherer.take();
      const text = type === 's' ? shared[Number(value)] : type === 'inlineStr' ? inline : asText(type, value);
      if (text === undefined || !Number.isSafeInteger(row)) throw unreadable();
      const flaw = isFormula || type === 'e' ? 'formula' : type === 'n' && isRounded(value) ? 'rounded' : undefined;
      if (text.trim() !== '' || flaw !== undefined) cells.push({ row, column, text, ...(flaw && { flaw }) });
    },
  });
  return { cells, merged };
}

function placeOf(text: string | undefined): CellPlace | undefined {
  if (text === undefined) return undefined;
  const place = parsePlace(text);
  if (place === undefined) throw unreadable();
  return place;
}

function rangeOf(text: string): readonly [CellPlace, CellPlace] {
  const [from, to] = text.split(':').map(parsePlace);
  if (from === undefined || to === undefined) throw unreadable();
  return [from, to];
}

/** A region code that was typed as a number is written `3.20102E5` by some programs. */
function asText(type: string, value: string): string {
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  const number = Number(value);
  return type === 'n' && value.trim() !== '' && Number.isSafeInteger(number) ? String(number) : unescaped(value);
}

/** Of a number Excel keeps 15 digits; those behind are zeros. */
const isRounded = (value: string): boolean => Math.abs(Number(value)) >= 1e15;
