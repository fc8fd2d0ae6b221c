/** Where the chain breaks off, is hidden or does not say enough. Pure. */
import type { AnomalyKind, TraceAnomaly, TraceAnswer } from '@suyuan/api';
import type { DrillBreak } from '@suyuan/api/drills';
import type { Recipient } from './customers.ts';
import type { Source } from './inputs.ts';

type Words = DrillBreak['words'];

/** Without its moments, which the trace of the code tells. */
const ANOMALY_WORDS: Readonly<Record<AnomalyKind, Words>> = {
  'shipped-never-received': { zh: '已发货，此后没有收货记录', en: 'Shipped, and no one recorded receiving it' },
  'received-never-shipped': { zh: '已收货，此前没有发货记录', en: 'Received, and no one recorded shipping it' },
  'used-before-made': { zh: '有早于其生成的记录', en: 'Recorded before it was made' },
  'made-from-nothing': { zh: '由加工产出，但没有投入记录', en: 'Made without any input on record' },
  'contained-twice': { zh: '同时处于两个容器中', en: 'In two containers at once' },
  'add-while-open': { zh: '装入时记录显示已在其中', en: 'Put into what it was already in' },
  'delete-without-add': { zh: '取出时记录显示不在其中', en: 'Taken out of what it was not in' },
  'quantity-exceeded': { zh: '用出的多于生成的', en: 'More was used than was made' },
  'declared-in-error': { zh: '有记录已被声明有误', en: 'A record of it was declared wrong' },
};

export interface BreaksIn {
  readonly answers: readonly TraceAnswer[];
  readonly recipients: readonly Recipient[];
  readonly sources: readonly Source[];
  /** Records of the balance that do not say how much. */
  readonly unknown: number;
}

export function breaksIn({ answers, recipients, sources, unknown }: BreaksIn): DrillBreak[] {
  const hidden = hiddenIn(answers);
  const unnamed = recipients.filter(({ to, isRetail, isDirect }) => to === undefined && !isRetail && isDirect);
  const nowhere = sources.filter(({ suppliers, isMade }) => suppliers.length === 0 && !isMade);
  return [
    ...cutsIn(answers),
    ...counted('hidden', hidden, {
      zh: '未向本单位公开全部内容的记录',
      en: 'Records of which not everything is open here',
    }),
    ...counted('amount-unknown', unknown, { zh: '没有写明数量的记录', en: 'Records that do not say how much' }),
    ...unnamed.map(({ code }) =>
      of('recipient-unnamed', code, { zh: '已发货，没有写明发给谁', en: 'Shipped, to nobody named' }),
    ),
    ...nowhere.map(({ code }) =>
      of('origin-unknown', code, { zh: '没有写明从谁而来', en: 'Nobody is named that it came from' }),
    ),
    ...anomaliesIn(answers),
  ];
}

/** Each event once, also where both walks met it. */
function hiddenIn(answers: readonly TraceAnswer[]): number {
  const hidden = answers.flatMap(({ events }) => events.filter((event) => event.hidden !== undefined));
  return new Set(hidden.map(({ eventID }) => eventID)).size;
}

function cutsIn(answers: readonly TraceAnswer[]): DrillBreak[] {
  const words = {
    zh: '达到追溯的上限，此后未再追踪',
    en: 'A limit of the trace was met: nothing beyond it was followed',
  };
  return answers.flatMap(({ completeness }) =>
    completeness.limits.map(({ codes, more }) => ({
      ...{ kind: 'cut', count: codes.length + more, eventIDs: [], words },
      ...(codes[0] === undefined ? {} : { code: codes[0] }),
    })),
  );
}

/** Each once, also where both walks met it. */
function anomaliesIn(answers: readonly TraceAnswer[]): DrillBreak[] {
  const all = answers.flatMap(({ anomalies }) => anomalies);
  const once = new Map(all.map((anomaly): [string, TraceAnomaly] => [keyOf(anomaly), anomaly]));
  return [...once.values()].map(({ kind, code, eventIDs }) => ({ kind, code, eventIDs, words: ANOMALY_WORDS[kind] }));
}

function keyOf({ kind, code, eventIDs }: TraceAnomaly): string {
  return JSON.stringify([kind, code, eventIDs]);
}

function counted(kind: string, count: number, words: Words): DrillBreak[] {
  return count === 0 ? [] : [{ kind, count, eventIDs: [], words }];
}

function of(kind: string, code: string, words: Words): DrillBreak {
  return { kind, code, eventIDs: [], words };
}
