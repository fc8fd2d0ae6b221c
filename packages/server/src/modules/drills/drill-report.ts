/** A drill as a report to print: words first, then what was looked at, to whom how much went, and where the log stood. Pure. */
import type { Language } from '@suyuan/api';
import { unitWords } from '@suyuan/api';
import type { Drill, DrillParty } from '@suyuan/api/drills';
import type { Block, Report } from '@suyuan/labels';
import { amountsText, type Words } from './say-drill.ts';

export interface ReportOf {
  readonly drill: Drill;
  /** Of the organisation; its code, or nothing, where it has none. */
  readonly organisation: string;
  readonly language: Language;
}

export function drillReport({ drill, organisation, language }: ReportOf): Report {
  const say = (words: Words): string => words[language];
  const title = say({ zh: '模拟召回报告', en: 'Report of a mock recall' });
  const at = timeText(drill.startedAt);
  return {
    title,
    header: [organisation, at],
    footer: (page, pages) => say({ zh: `第 ${page} 页，共 ${pages} 页`, en: `Page ${page} of ${pages}` }),
    blocks: [
      { is: 'title', text: title },
      {
        is: 'text',
        text: say({
          zh: `开始时间（北京时间）：${at}；编号：${drill.id}`,
          en: `Began (China time): ${at}; number: ${drill.id}`,
        }),
      },
      { is: 'text', text: byText(drill, language) },
      ...drill.said.map((words): Block => ({ is: 'text', text: say(words) })),
      ...customerBlocks(drill, language),
      ...inputBlocks(drill, language),
      ...balanceBlocks(drill, language),
      ...breakBlocks(drill, language),
      ...noticeBlocks(drill, language),
      ...timeBlocks(drill, language),
    ],
  };
}

function byText({ by }: Drill, language: Language): string {
  const words = { zh: `操作人：${by?.name ?? '接口密钥'}`, en: `By: ${by?.name ?? 'an API key'}` };
  return words[language];
}

interface Table {
  readonly heading: Words;
  /** Each with its share of the width; what is a number stands right. */
  readonly columns: readonly (readonly [label: Words, share: number, align?: 'right'])[];
  readonly rows: readonly (readonly string[])[];
}

function tableOf({ heading, columns, rows }: Table, language: Language): Block[] {
  if (rows.length === 0) return [];
  return [
    { is: 'heading', text: heading[language] },
    {
      is: 'table',
      columns: columns.map(([label, share, align]) => ({
        ...{ label: label[language], share },
        ...(align === undefined ? {} : { align }),
      })),
      rows,
    },
  ];
}

const LOT = { zh: '批次', en: 'Lot' };
const LAST = { zh: '最近一次', en: 'Last' };
const CODE = { zh: '编码', en: 'Code' };

function customerBlocks({ result: { customers } }: Drill, language: Language): Block[] {
  const heading = { zh: '受影响数量（按客户）', en: 'Affected quantity by customer' };
  const columns = [
    [{ zh: '客户', en: 'Customer' }, 4],
    [LOT, 4],
    [{ zh: '数量', en: 'Amount' }, 2, 'right'],
    [LAST, 2],
    [{ zh: '由谁发出', en: 'Sent by' }, 1.6],
  ] as const;
  const rows = customers.map(({ party, code, name, amounts, unknown, lastAt, isDirect, isRetail }) => [
    isRetail && party === undefined
      ? { zh: '消费者', en: 'Consumers' }[language]
      : party === undefined
        ? { zh: '未写明或未公开', en: 'Not named, or not open' }[language]
        : partyText(party, language),
    goodsText({ code, name }, language),
    amountText({ amounts, unknown }, language),
    dayText(lastAt),
    (isDirect ? { zh: '本单位', en: 'Own' } : { zh: '下游', en: 'Others' })[language],
  ]);
  return tableOf({ heading, columns, rows }, language);
}

function inputBlocks({ result: { inputs } }: Drill, language: Language): Block[] {
  const heading = { zh: '来源', en: 'Where it came from' };
  const columns = [
    [LOT, 4],
    [{ zh: '供货者', en: 'Supplier' }, 4],
    [{ zh: '投入', en: 'Used' }, 2, 'right'],
    [{ zh: '收到', en: 'Received' }, 2, 'right'],
    [LAST, 2],
  ] as const;
  const rows = inputs.map(({ code, name, from, used, received, lastAt }) => [
    goodsText({ code, name }, language),
    from.length === 0
      ? { zh: '未写明或未公开', en: 'Not named, or not open' }[language]
      : from.map((party) => partyText(party, language)).join('\n'),
    used.length === 0 ? '–' : amountsText(used, language),
    received.length === 0 ? '–' : amountsText(received, language),
    dayText(lastAt),
  ]);
  return tableOf({ heading, columns, rows }, language);
}

function balanceBlocks({ result: { balance } }: Drill, language: Language): Block[] {
  const number = (amount: number): string => String(amount);
  const heading = { zh: '数量平衡', en: 'Balance of quantities' };
  const columns = [
    [{ zh: '单位', en: 'Unit' }, 1.2],
    [{ zh: '生成', en: 'Made' }, 1.5, 'right'],
    [{ zh: '收到', en: 'Received' }, 1.5, 'right'],
    [{ zh: '发出', en: 'Shipped' }, 1.5, 'right'],
    [{ zh: '投料', en: 'Used' }, 1.5, 'right'],
    [{ zh: '销毁', en: 'Destroyed' }, 1.5, 'right'],
    [{ zh: '库存', en: 'Stock' }, 1.5, 'right'],
    [{ zh: '差异', en: 'Unaccounted' }, 1.6, 'right'],
    [{ zh: '占比%', en: '%' }, 1.3, 'right'],
  ] as const;
  const rows = balance.map(({ uom, made, received, shipped, used, gone, stock, unaccounted, percent }) => [
    unitWords(uom)[language],
    ...[made, received, shipped, used, gone, stock, unaccounted].map(number),
    percent === undefined ? '–' : String(Math.round(percent * 100) / 100),
  ]);
  return tableOf({ heading, columns, rows }, language);
}

function breakBlocks({ result: { breaks } }: Drill, language: Language): Block[] {
  const heading = { zh: '断点和疑点', en: 'Breaks and doubts' };
  const columns = [
    [{ zh: '情况', en: 'What' }, 5],
    [CODE, 5],
    [{ zh: '条数', en: 'Records' }, 1, 'right'],
  ] as const;
  const rows = breaks.map(({ words, code = '–', count, eventIDs }) => [
    words[language],
    code,
    String(count ?? Math.max(1, eventIDs.length)),
  ]);
  return tableOf({ heading, columns, rows }, language);
}

function noticeBlocks({ result: { notices, findings } }: Drill, language: Language): Block[] {
  const columns = [
    [{ zh: '内容', en: 'What' }, 6],
    [CODE, 5],
  ] as const;
  const warned = notices.map(({ words, unit, since }) => [`${words[language]} ${dayText(since)}`, unit]);
  const found = findings.map(({ message, eventID }) => [message[language], eventID]);
  return [
    ...tableOf({ heading: { zh: '现有警示', en: 'Warnings in force' }, columns, rows: warned }, language),
    ...tableOf({ heading: { zh: '合规问题', en: 'Findings of compliance' }, columns, rows: found }, language),
  ];
}

function timeBlocks({ result: { times } }: Drill, language: Language): Block[] {
  const heading = { zh: '用时', en: 'Time taken' };
  const columns = [
    [{ zh: '步骤', en: 'Step' }, 4],
    [{ zh: '毫秒', en: 'Milliseconds' }, 2, 'right'],
  ] as const;
  const rows = [
    [{ zh: '追溯来源', en: 'Trace up' }[language], String(times.upMs)],
    [{ zh: '追溯去向', en: 'Trace down' }[language], String(times.downMs)],
    [{ zh: '数量平衡', en: 'Balance' }[language], String(times.balanceMs)],
    [{ zh: '合计', en: 'In all' }[language], String(times.totalMs)],
  ];
  return tableOf({ heading, columns, rows }, language);
}

function partyText({ code, name }: DrillParty, language: Language): string {
  return name === undefined ? code : `${name[language]}\n${code}`;
}

function goodsText(
  { code, name }: { readonly code: string; readonly name?: Words | undefined },
  language: Language,
): string {
  return name === undefined ? code : `${name[language]}\n${code}`;
}

function amountText(
  { amounts, unknown }: Pick<Drill['result']['customers'][number], 'amounts' | 'unknown'>,
  language: Language,
): string {
  if (unknown === 0 || amounts.length === 0) return amountsText(amounts, language);
  return `${amountsText(amounts, language)}\n${{ zh: `另 ${unknown} 条数量不详`, en: `and ${unknown} unknown` }[language]}`;
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** In China, as 2026-11-20. */
function dayText(at: string | undefined): string {
  return at === undefined ? '–' : DAY.format(new Date(at));
}

function timeText(at: string): string {
  return MOMENT.format(new Date(at));
}
