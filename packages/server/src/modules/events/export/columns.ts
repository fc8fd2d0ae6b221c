/** What the columns of an exported table are called, how wide they are, and what of an event and of its units they tell. */
import { EVENT_ELEMENTS, type Language } from '@suyuan/api';
import { type EventFacts, type TransferParty, termLabel, type UnitMention, type UnitRole } from '@suyuan/epcis';
import type { Cell } from '../../../platform/xlsx/write-sheet.ts';
import type { ToldEvent } from '../query/tell-others.ts';
import { localTime } from './local-time.ts';

/** An event of a table. */
export interface TableEvent {
  /** In the log; none where it is of others. */
  readonly position?: number;
  readonly receivedAt: Date | undefined;
  /** eventID, or the CBV hash ID. */
  readonly identity: string;
  readonly facts: EventFacts;
  /** Of others: by whom, and elements that are not open. */
  readonly told?: Pick<ToldEvent, 'recorder' | 'hidden'>;
}

type Words = Readonly<Record<Language, string>>;

interface Column extends Words {
  /** In characters. */
  readonly width: number;
}

interface EventColumn extends Column {
  event(told: TableEvent & { readonly language: Language }): Cell;
}

interface UnitColumn extends Column {
  unit(mention: UnitMention, language: Language): Cell;
}

/** Recorded at is told in the time of China, as the public pages do. */
const CHINA = '+08:00';

type Columns = readonly (EventColumn | UnitColumn)[];

const OF_THE_EVENT: Columns = [
  {
    zh: '记录时间',
    en: 'Recorded at',
    width: 31,
    event: ({ receivedAt }) => (receivedAt === undefined ? '' : localTime(receivedAt.getTime(), CHINA)),
  },
  { zh: '事件编号', en: 'Event ID', width: 48, event: ({ identity }) => identity },
  { zh: '事件类型', en: 'Event type', width: 20, event: ({ facts }) => facts.type },
  { zh: '动作', en: 'Action', width: 10, event: ({ facts }) => facts.action ?? '' },
  {
    zh: '事件时间',
    en: 'Event time',
    width: 31,
    event: ({ facts }) => localTime(facts.eventTimeMs, facts.eventTimeZoneOffset),
  },
  { zh: '业务步骤', en: 'Business step', width: 20, event: ({ facts }) => bare(facts.bizStep) },
  {
    zh: '业务步骤（名称）',
    en: 'Business step (name)',
    width: 20,
    event: ({ facts, language }) => named(facts.bizStep, language),
  },
  { zh: '状态', en: 'Disposition', width: 20, event: ({ facts }) => bare(facts.disposition) },
  {
    zh: '状态（名称）',
    en: 'Disposition (name)',
    width: 20,
    event: ({ facts, language }) => named(facts.disposition, language),
  },
  { zh: '读取点', en: 'Read point', width: 36, event: ({ facts }) => facts.readPoint ?? '' },
  { zh: '业务地点', en: 'Business location', width: 36, event: ({ facts }) => facts.bizLocation ?? '' },
  { zh: '追溯单元', en: 'Unit', width: 44, unit: ({ code }) => code },
  { zh: '单元角色', en: 'Role', width: 10, unit: ({ role }, language) => ROLES[role][language] },
  { zh: '数量', en: 'Quantity', width: 12, unit: ({ quantity }) => quantity ?? '' },
  { zh: '计量单位', en: 'Unit of measure', width: 16, unit: ({ uom }) => uom ?? '' },
  { zh: '来源', en: 'Sources', width: 44, event: ({ facts, language }) => parties(facts.sources, language) },
  { zh: '去向', en: 'Destinations', width: 44, event: ({ facts, language }) => parties(facts.destinations, language) },
  { zh: '单据', en: 'Documents', width: 44, event: ({ facts, language }) => documents(facts, language) },
  { zh: '批号', en: 'Lot number', width: 16, event: ({ facts }) => facts.lotNumber ?? '' },
  {
    zh: '声明有误',
    en: 'Declared in error',
    width: 44,
    event: ({ facts, language }) => declaration(facts, language),
  },
];

/** Of what the organisation has recorded itself. */
export const OWN_COLUMNS: Columns = [
  { zh: '日志位置', en: 'Log position', width: 11, event: ({ position }) => position ?? '' },
  ...OF_THE_EVENT,
];

/** Of what others have. */
export const CHAIN_COLUMNS: Columns = [
  ...OF_THE_EVENT,
  {
    zh: '登记单位',
    en: 'Recorded by',
    width: 36,
    event: ({ told }) => told?.recorder?.name ?? told?.recorder?.code ?? '',
  },
  {
    zh: '未公开的内容',
    en: 'Not open',
    width: 44,
    event: ({ told, language }) =>
      joined((told?.hidden ?? []).map((element) => EVENT_ELEMENTS[element].name[language])),
  },
];

/** EPCIS 2.0 §7.4.2 to §7.4.6. */
const ROLES: Readonly<Record<UnitRole, Words>> = {
  object: { zh: '对象', en: 'Object' },
  parent: { zh: '上级', en: 'Parent' },
  child: { zh: '下级', en: 'Child' },
  input: { zh: '投入', en: 'Input' },
  output: { zh: '产出', en: 'Output' },
};

const SOURCE_DEST = 'https://ref.gs1.org/cbv/SDT-';
/** The term of the CBV (2.0 §7.4) for what facts have a word of their own for. */
const TRANSFERS: ReadonlyMap<string, string> = new Map([
  ['possession', `${SOURCE_DEST}possessing_party`],
  ['ownership', `${SOURCE_DEST}owning_party`],
  ['location', `${SOURCE_DEST}location`],
]);

const joined = (texts: readonly string[]): string => texts.join('; ');
const CBV_TERM = /^https:\/\/ref\.gs1\.org\/cbv\/[A-Za-z]+-/;

/** Its word in the standard; a term of somebody else as its URI. */
function bare(uri = ''): string {
  return uri.replace(CBV_TERM, '');
}

function named(uri: string | undefined, language: Language): string {
  return uri === undefined ? '' : termLabel(uri)[language];
}

function parties(transfers: readonly TransferParty[], language: Language): string {
  return joined(transfers.map(({ kind, party }) => `${named(TRANSFERS.get(kind) ?? kind, language)} ${party}`));
}

function documents({ bizTransactions }: EventFacts, language: Language): string {
  return joined(bizTransactions.map(({ type, id }) => (type === undefined ? id : `${named(type, language)} ${id}`)));
}

/** Of an event that says of another under its ID that it was wrong: when that was said, why, and what stands instead. */
function declaration({ errorDeclaration: declared, eventTimeZoneOffset }: EventFacts, language: Language): string {
  if (declared === undefined) return '';
  const { declarationTimeMs, reason, correctiveEventIDs } = declared;
  return joined([
    localTime(declarationTimeMs, eventTimeZoneOffset),
    ...(reason === undefined ? [] : [named(reason, language)]),
    ...correctiveEventIDs,
  ]);
}
