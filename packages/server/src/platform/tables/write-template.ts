/** A workbook to be filled in: one sheet with the headings, one that says how, and the words to choose from. */
import { columnName } from '../xlsx/cell-place.ts';
import type { Choices } from '../xlsx/write-sheet.ts';
import { sheetName, type WrittenSheet, writeXlsx } from '../xlsx/write-xlsx.ts';
import type { ColumnSpec } from './column-spec.ts';

export interface TemplateColumn {
  readonly spec: ColumnSpec;
  readonly heading: string;
  readonly example: string;
  readonly note: string;
  /** Of its choices, in the language of the template. */
  readonly words?: readonly string[];
}

export interface Template {
  readonly language: 'zh' | 'en';
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
}

const WORDS = {
  zh: { how: '填写说明', head: ['列', '说明', '示例'], choices: '选项' },
  en: { how: 'How to fill it in', head: ['Column', 'What it is', 'Example'], choices: 'Choices' },
};
/** Excel takes no longer list of words with their commas in a rule, and calls the file broken. */
const LIST_CHARS_MAX = 255;

/** All cells are text, so that Excel keeps the twenty digits of a code. `*` stands behind what is required. */
export function writeTemplate({ language, name, columns }: Template): AsyncGenerator<Buffer> {
  const { how, head, choices } = WORDS[language];
  const lists = columns.flatMap(({ heading, words }) => (words && !fitsRule(words) ? [{ heading, words }] : []));
  const rules = new Map<number, Choices>();
  for (const [index, { words }] of columns.entries()) {
    if (words === undefined || words.length === 0) continue;
    const at = columnName(lists.findIndex((list) => list.words === words) + 1);
    rules.set(index + 1, fitsRule(words) ? words : { from: `'${choices}'!$${at}$2:$${at}$${words.length + 1}` });
  }
  const sheets: WrittenSheet[] = [
    {
      name: sheetName(name),
      headings: columns.map(({ spec, heading }) => (spec.required === true ? `${heading}*` : heading)),
      rows: [],
      widths: columns.map(({ heading, example }) => widthOf([heading, example])),
      choices: rules,
    },
    {
      name: how,
      headings: head,
      rows: columns.map(({ heading, note, example }) => [heading, note, example]),
      widths: [24, 70, 30],
    },
  ];
  if (lists.length > 0) sheets.push(listSheet(choices, lists));
  return writeXlsx(sheets);
}

const fitsRule = (words: readonly string[]): boolean =>
  words.join(',').length <= LIST_CHARS_MAX && !words.some((word) => word.includes(','));

interface List {
  readonly heading: string;
  readonly words: readonly string[];
}

function listSheet(name: string, lists: readonly List[]): WrittenSheet {
  const longest = Math.max(...lists.map(({ words }) => words.length));
  return {
    name,
    headings: lists.map(({ heading }) => heading),
    rows: Array.from({ length: longest }, (_, n) => lists.map(({ words }) => words[n] ?? '')),
    widths: lists.map(({ words }) => widthOf(words)),
  };
}

/** A Chinese character is as wide as two others. */
function widthOf(texts: readonly string[]): number {
  const longest = Math.max(...texts.map((text) => text.replace(/[^\0-\xff]/g, '  ').length));
  return Math.min(60, Math.max(10, longest + 4));
}
