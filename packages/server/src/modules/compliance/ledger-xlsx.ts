/** A ledger as an Excel workbook, in the memory of one page. */
import type { Ctx } from '../../platform/ctx.ts';
import type { Row } from '../../platform/xlsx/write-sheet.ts';
import { sheetName, writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { columnsOf, type LedgerOf, readLedgerPage } from './ledger.ts';
import { momentText } from './lines.ts';

type Language = 'zh' | 'en';

interface Wanted {
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  readonly language: Language;
}

/** Behind what the law asks: what the line was read from. */
const OF_EVERY_LEDGER = {
  zh: ['追溯编码', '登记迟于事件（天）', '保存至', '事件编号'],
  en: ['Code', 'Recorded late (days)', 'Keep until', 'Event ID'],
} as const;
const WIDTHS_OF_EVERY = [44, 12, 12, 48];

export function ledgerWorkbook(ctx: Ctx, ledger: LedgerOf, wanted: Wanted): AsyncGenerator<Buffer> {
  const { language } = wanted;
  const columns = columnsOf(ledger);
  const headings = columns.map(({ name, unit }) =>
    unit === undefined ? name[language] : `${name[language]} (${unit})`,
  );
  return writeXlsx([
    {
      name: sheetName(ledger.ledger.name[language]),
      headings: [TIME[language], ...headings, ...OF_EVERY_LEDGER[language]],
      widths: [18, ...columns.map(() => 18), ...WIDTHS_OF_EVERY],
      rows: rowsOf(ctx, ledger, wanted),
    },
  ]);
}

const TIME = { zh: '时间', en: 'Time' };

async function* rowsOf(ctx: Ctx, ledger: LedgerOf, wanted: Wanted): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const { lines, next } = await readLedgerPage(ctx, ledger, { ...wanted, after });
    for (const { record, unit, cells, keepUntil = '' } of lines) {
      yield [momentText(record.eventTime), ...cells, unit ?? '', record.lateDays, keepUntil, record.identity];
    }
    after = next;
  } while (after !== undefined);
}
