/** What a drill found, in sentences: the most important first, nothing that the records do not say. Pure. */
import { unitWords } from '@suyuan/api';
import {
  DRILL_HOURS,
  DRILL_TOLERANCE,
  type DrillAmount,
  type DrillBalance,
  type DrillResult,
} from '@suyuan/api/drills';
import { summedAmounts } from './moves.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Drilled {
  readonly code: string;
  readonly isPicked: boolean;
  readonly result: DrillResult;
}

export function sayDrill({ code, isPicked, result }: Drilled): Words[] {
  return [
    outcomeWords(result),
    lotWords({ code, isPicked, result }),
    inputWords(result),
    customerWords(result),
    ...result.balance.map(balanceWords),
    ...unknownWords(result),
    wholeWords(result),
    ...noticeWords(result),
    timeWords(result),
    logWords(result),
  ];
}

function outcomeWords({ outcome, isWhole }: DrillResult): Words {
  const { from, to } = DRILL_TOLERANCE;
  const held = {
    holds: { zh: `数量平衡，在 ${from}–${to}% 之内`, en: `The balance holds within ${from}–${to} %` },
    off: { zh: `数量不平衡，超出 ${from}–${to}%`, en: `The balance is off: outside ${from}–${to} %` },
    untold: { zh: '按现有记录算不清数量平衡', en: 'The records say too little to tell the balance' },
  }[outcome];
  return isWhole
    ? { zh: `${held.zh}；来源和去向都追到了头。`, en: `${held.en}; both directions were followed to their ends.` }
    : { zh: `${held.zh}；来源和去向没有全部追到。`, en: `${held.en}; not all of both directions could be followed.` };
}

function lotWords({ code, isPicked, result: { product } }: Drilled): Words {
  const name = product?.name;
  return {
    zh: `${isPicked ? '随机抽取的批次' : '指定的批次'}：${name === undefined ? '' : `${name.zh}，`}${code}。`,
    en: `${isPicked ? 'Lot picked at random' : 'Lot asked for'}: ${name === undefined ? '' : `${name.en}, `}${code}.`,
  };
}

function inputWords({ inputs, more }: DrillResult): Words {
  const count = inputs.length + more.inputs;
  if (count === 0) return { zh: '没有投入或进货的记录。', en: 'No inputs and no receipts are on record.' };
  const parties = new Set(inputs.flatMap(({ from }) => from.map(({ code }) => code))).size;
  return {
    zh: `来源：${count} 个批次，来自 ${parties} 个写明的供货者。`,
    en: `Where it came from: lots: ${count}; suppliers named: ${parties}.`,
  };
}

function customerWords({ customers, more }: DrillResult): Words {
  const direct = customers.filter(({ isDirect }) => isDirect);
  if (customers.length === 0) return { zh: '没有发货或销售的记录。', en: 'No shipments and no sales are on record.' };
  const parties = new Set(direct.flatMap(({ party }) => party?.code ?? [])).size;
  const amounts = summedAmounts(direct.flatMap((row) => row.amounts));
  const further = customers.length - direct.length;
  const cut = more.customers > 0;
  return {
    zh: `去向：直接发给 ${parties} 个客户，共 ${amountsText(amounts, 'zh')}${further > 0 ? `；下游又有 ${further} 笔去向` : ''}${cut ? `；另有 ${more.customers} 行未列` : ''}。`,
    en: `Where it went: customers of one’s own: ${parties}, ${amountsText(amounts, 'en')} in all${further > 0 ? `; further on: ${further} rows` : ''}${cut ? `; ${more.customers} rows are not listed` : ''}.`,
  };
}

function balanceWords({ uom, stock, isCounted, unaccounted, percent, ...parts }: DrillBalance): Words {
  const came = parts.made + parts.received;
  const went = parts.shipped + parts.used + parts.gone;
  const told = (amount: number, language: 'zh' | 'en'): string => amountsText([{ amount, uom }], language);
  const share = percent === undefined ? '' : `${Math.round(percent * 100) / 100}`;
  return {
    zh: `进 ${told(came, 'zh')} = 出 ${told(went, 'zh')} + 存 ${told(stock, 'zh')}（${isCounted ? '盘点' : '账面，未盘点'}）+ 差 ${told(unaccounted, 'zh')}${share === '' ? '' : `；有着落的占 ${share}%`}。`,
    en: `In ${told(came, 'en')} = out ${told(went, 'en')} + stock ${told(stock, 'en')} (${isCounted ? 'counted' : 'by the books, not counted'}) + unaccounted ${told(unaccounted, 'en')}${share === '' ? '' : `; ${share} % is accounted for`}.`,
  };
}

function unknownWords({ balance, unknown }: DrillResult): Words[] {
  if (unknown > 0)
    return [{ zh: `${unknown} 条记录没有写明数量。`, en: `Records that do not say how much: ${unknown}.` }];
  if (balance.length > 0) return [];
  return [{ zh: '本单位没有这个批次的数量记录。', en: 'The organisation has no amounts of this lot on record.' }];
}

function wholeWords({ looked: { up, down }, breaks, more }: DrillResult): Words {
  const hidden = breaks.find(({ kind }) => kind === 'hidden')?.count ?? 0;
  const count = breaks.length + more.breaks;
  const isCut = !up.complete || !down.complete;
  return {
    zh: `查看了上游 ${up.events} 条、下游 ${down.events} 条记录，其中 ${hidden} 条有未公开的内容${isCut ? '；追溯达到上限，结果不完整' : ''}；断点和疑点 ${count} 处。`,
    en: `Looked at: ${up.events} records upstream, ${down.events} downstream; ${hidden} of them not wholly open${isCut ? '; the trace met its limit, and the result is not complete' : ''}. Breaks and doubts: ${count}.`,
  };
}

function noticeWords({ notices }: DrillResult): Words[] {
  if (notices.length === 0) return [];
  return [
    {
      zh: `现有 ${notices.length} 条警示（召回、不合格等）。`,
      en: `Warnings in force (recalls, failures): ${notices.length}.`,
    },
  ];
}

function timeWords({ times: { totalMs } }: DrillResult): Words {
  const seconds = Math.max(0.1, Math.round(totalMs / 100) / 10);
  return {
    zh: `用时 ${seconds} 秒；通常要求在 ${DRILL_HOURS} 小时之内。`,
    en: `It took ${seconds} seconds; usually ${DRILL_HOURS} hours are allowed.`,
  };
}

/** No more than it proves: that the records stood in the log, not that they are true or all. */
function logWords({ log: { size, root, records, pending } }: DrillResult): Words {
  return {
    zh: `当时日志有 ${size} 条，根哈希 ${root}。查看的记录中 ${records} 条已写入其中，${pending} 条尚未写入。这只证明这些记录当时已在日志中，不证明记录属实或没有遗漏。`,
    en: `The log then had ${size} entries, root hash ${root}. Of the records looked at ${records} stood in it and ${pending} did not yet. That proves that they stood there, not that they are true, nor that nothing was left out.`,
  };
}

/** Amounts of each unit, as people write them. */
export function amountsText(amounts: readonly DrillAmount[], language: 'zh' | 'en'): string {
  if (amounts.length === 0) return language === 'zh' ? '数量不详' : 'amount unknown';
  return amounts
    .map(({ amount, uom }) => `${NUMBER.format(amount)} ${unitWords(uom)[language]}`)
    .join(language === 'zh' ? '、' : ', ');
}

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
