/** Accounts of quantities as an Excel workbook, in the memory of one page. */

import { unitWords } from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import type { Row } from '../../platform/xlsx/write-sheet.ts';
import { sheetName, writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { accountsOf, type BalanceOf } from './balances.ts';
import { type AccountsWanted, selectAccounts } from './store-accounts.ts';

type Language = 'zh' | 'en';
type Wanted = Omit<Parameters<typeof selectAccounts>[1], 'after' | 'limit'> &
  AccountsWanted & { readonly language: Language };

const HEADINGS = {
  zh: ['产品', '批号', '追溯编码', '单位', '期初', '进', '出', '损耗', '结存', '盘点日期', '盘点数', '状态', '说明'],
  en: [
    'Product',
    'Lot',
    'Code',
    'Unit',
    'Opening',
    'In',
    'Out',
    'Loss',
    'Closing',
    'Counted on',
    'Counted',
    'State',
    'Remark',
  ],
} as const;
const WIDTHS = [24, 16, 44, 8, 12, 12, 12, 12, 12, 12, 12, 12, 60];
const STATES = {
  zh: {
    short: '出大于进',
    differs: '账实不符',
    units: '单位不一',
    unclear: '无法算清',
    held: '有结存',
    even: '已结清',
  },
  en: {
    short: 'More out than in',
    differs: 'Counted otherwise',
    units: 'Units differ',
    unclear: 'Unclear',
    held: 'In stock',
    even: 'Even',
  },
} as const;
const PAGE = 1_000;

export function balanceWorkbook(ctx: Ctx, found: BalanceOf, { language, ...wanted }: Wanted): AsyncGenerator<Buffer> {
  return writeXlsx([
    {
      name: sheetName(found.balance.name[language]),
      headings: HEADINGS[language],
      widths: WIDTHS,
      rows: rowsOf(ctx, wanted, language),
    },
  ]);
}

async function* rowsOf(ctx: Ctx, wanted: Omit<Wanted, 'language'>, language: Language): AsyncGenerator<Row> {
  let after: { readonly account: string; readonly uom: string } | undefined;
  for (;;) {
    const from = after;
    const rows = await ctx.read((tx) => selectAccounts(tx, { ...wanted, after: from, limit: PAGE }));
    for (const each of await accountsOf(ctx, rows)) {
      yield [
        ...[each.name?.[language] ?? '', each.lot ?? '', each.account, unitWords(each.uom)[language]],
        ...[each.opening, each.in, each.out, each.loss, each.closing],
        ...[each.counted?.day ?? '', each.counted?.amount ?? ''],
        ...[STATES[language][each.state], each.finding?.message[language] ?? ''],
      ];
    }
    if (rows.length < PAGE) return;
    after = rows.at(-1);
  }
}
