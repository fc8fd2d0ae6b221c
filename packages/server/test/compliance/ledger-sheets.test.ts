/** Every ledger of every pack that comes with the program, beside a sheet that is filled in by hand; the same after all is made anew. */
import { PACKS } from '@suyuan/profiles';
import { type Example, examplesOfPacks } from '@suyuan/profiles/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeAnew } from '../../src/modules/compliance/index.ts';
import { readXlsx } from '../../src/modules/identity/ties/branch-sheet/read-xlsx.ts';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';
import type { Book, Entry } from './sheets/book.ts';
import { edibleAgri } from './sheets/edible-agri.ts';
import { food } from './sheets/food.ts';
import { specialEquipment } from './sheets/special-equipment.ts';

const BOOKS: Readonly<Record<string, Book>> = {
  food,
  'edible-agri': edibleAgri,
  'special-equipment': specialEquipment,
};

interface Shipped {
  readonly id: string;
  readonly ledgers: readonly { readonly id: string }[];
}
const SHIPPED: readonly Shipped[] = PACKS.map((pack) => Object(pack));

test('each pack has its book, and each ledger of it its sheet', () => {
  const ledgers = SHIPPED.map(({ id, ledgers: all }) => [id, [...new Set(all.map((ledger) => ledger.id))].sort()]);
  const sheets = Object.entries(BOOKS).map(([id, book]) => [id, Object.keys(book.sheets).sort()]);
  expect(sheets.sort()).toEqual(ledgers.sort());
});

describe.each(Object.entries(BOOKS))('%s', (pack, { entries, sheets }) => {
  let own: JudgedServer;
  beforeAll(async () => {
    own = await judgedServer({ categories: [pack] });
    const { status, body } = await own.capture(entries.map((entry, n) => eventOf(pack, entry, n)));
    expect([status, body]).toEqual([202, expect.anything()]);
  });
  afterAll(() => own.close());

  const pageOf = async (ledger: string) => {
    await own.settle();
    return own.ask(`/v1/compliance/ledgers/${pack}/${ledger}`);
  };

  test.each(Object.entries(sheets))('%s is as it is by hand, in the order of the events', async (ledger, sheet) => {
    const { columns, rows } = await pageOf(ledger);
    expect(columns.map(({ name }: { name: { zh: string } }) => name.zh)).toEqual(sheet.headings);
    expect(rows.map(({ cells }: { cells: unknown }) => cells)).toEqual(sheet.rows);
  });

  test('all made anew, each page is as it was', async () => {
    const pages = () => Promise.all(Object.keys(sheets).map(pageOf));
    const before = await pages();
    await judgeAnew(own.server.database.ctx);
    expect(await pages()).toEqual(before);
  });

  if (pack === 'food')
    test('as an Excel file: a heading row, then the same lines with the time before and the record behind', async () => {
      const path = '/v1/compliance/ledgers/food/apart/xlsx?language=zh&from=2026-10-09';
      const lot = 'https://id.gs1.org/01/06901234567892/10/G1';
      const { rows } = await own.ask('/v1/compliance/ledgers/food/apart?from=2026-10-09');
      const [{ eventID, lateDays }] = rows;
      expect(await textOf(own, path)).toEqual([
        ['时间', ...(sheets.apart?.headings ?? []), '追溯编码', '登记迟于事件（天）', '保存至', '事件编号'],
        [
          ...['2026-10-09 16:00', '2026-10-09 16:00', '小麦粉', 'G1', '10', '', '无害化处理'],
          ...[lot, String(lateDays), '2028-10-09', eventID],
        ],
      ]);
    });
});

/** Row by row, with what is empty. */
async function textOf({ server }: JudgedServer, path: string): Promise<string[][]> {
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${server.key}` } });
  const { cells } = await readXlsx(Buffer.from(await response.arrayBuffer()));
  return [...Map.groupBy(cells, ({ row }) => row).values()].map((row) => {
    const texts = new Map(row.map(({ column, text }) => [column, text]));
    return Array.from({ length: Math.max(...texts.keys()) }, (_, n) => texts.get(n + 1) ?? '');
  });
}

/** The example, at another time, of another unit, and with an ID of its own. */
function eventOf(pack: string, { stage, example, at, unit, more = {} }: Entry, n: number): EventJson {
  const examples: readonly Example[] = examplesOfPacks().get(pack)?.stages[stage] ?? [];
  const found = examples.find(({ name, expected }) => name === example && expected.length === 0);
  if (found === undefined) throw new Error(`${pack} has no example ${example} of ${stage} that is in order`);
  const eventID = `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const eventTime = `${at.replace(' ', 'T')}:00+08:00`;
  return { ...found.event, ...unitsOf(found.event, unit), ...more, eventID, eventTime };
}

const LOTS = 'https://id.gs1.org/01/06901234567892/10/';

function unitsOf(event: Example['event'], unit: string): EventJson {
  const amount = { epcClass: LOTS + unit, quantity: 100, uom: 'KGM' };
  if ('epcList' in event) return { epcList: [unit] };
  if ('outputQuantityList' in event) return { outputQuantityList: [amount] };
  return { quantityList: [{ ...amount, ...Object(event.quantityList)[0], epcClass: amount.epcClass }] };
}
