/** The workbooks that are handed out: the one to fill in, and the one with the links. */
import type { Language } from '@suyuan/api';
import { type WrittenSheet, writeXlsx } from '../../../../platform/xlsx/write-xlsx.ts';
import { COLUMNS, EXAMPLE, HEADINGS, KINDS, MEANINGS, ROLES } from './words.ts';

const NAMES = {
  zh: { sheet: '下属单位', meaning: '填写说明', head: ['列', '说明', '示例'] },
  en: { sheet: 'Branches', meaning: 'How to fill it in', head: ['Column', 'What it is', 'Example'] },
};

/** To be filled in: the first sheet; the second says how, with an example. */
export function branchTemplate(language: Language): Promise<Buffer> {
  const { sheet, meaning, head } = NAMES[language];
  const choices = new Map([
    [COLUMNS.indexOf('kind') + 1, Object.values(KINDS).map((words) => words[language])],
    [COLUMNS.indexOf('role') + 1, Object.values(ROLES).map((words) => words[language])],
  ]);
  return workbook([
    {
      name: sheet,
      headings: COLUMNS.map((column) => HEADINGS[column][language]),
      rows: [],
      widths: [30, 24, 18, 16, 16, 18],
      choices,
    },
    {
      name: meaning,
      headings: head,
      rows: COLUMNS.map((column) => [HEADINGS, MEANINGS, EXAMPLE].map((of) => of[column][language])),
      widths: [24, 70, 26],
    },
  ]);
}

export interface InvitedRow {
  readonly branch: string;
  readonly person: string;
  readonly url: string;
  readonly expiresAt: string;
}

const LINKS = {
  zh: { sheet: '邀请链接', head: ['下属单位', '受邀人', '邀请链接（只能使用一次）', '有效期至'] },
  en: { sheet: 'Invitations', head: ['Branch', 'Person', 'Link (works once)', 'Valid until'] },
};

export function linksWorkbook(language: Language, rows: readonly InvitedRow[]): Promise<Buffer> {
  const { sheet, head } = LINKS[language];
  const told = rows.map(({ branch, person, url, expiresAt }) => [branch, person, url, expiresAt]);
  return workbook([{ name: sheet, headings: head, rows: told, widths: [30, 16, 90, 26] }]);
}

async function workbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writeXlsx(sheets)));
}
