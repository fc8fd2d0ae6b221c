/** The data elements of events, and to whom each is open by default; owners open further, and packs members that they know. */
import type { Text } from '@suyuan/epcis';
import type { Level } from './levels.ts';

/** What an event is, where that opens elements of it. */
export type Occasion =
  /** It brings goods into being: who made what, when and where stands on a label anyway. */
  | 'making'
  /** It begins or ends a notice, such as a recall. */
  | 'notice'
  /**
   * It begins a recall or tells of a test that failed, and passes nothing on: whoever warns everybody answers for it by name.
   */
  | 'warning';

export interface ElementRule {
  readonly name: Text;
  /** Members of an EPCIS 2.0 event that it is, for people who read the standard. */
  readonly members: readonly string[];
  readonly level: Level;
  /** Where the event is of such an occasion, if that opens it. */
  readonly on?: Readonly<Partial<Record<Occasion, Level>>>;
}

/**
 * Content of trade between two partners: partner. Step, time and kind of place: chain. Product, maker, tests, region: public.
 * What is not known is nobody's but the owner's. The shape of a chain (codes of units, what contains what and what is made of what)
 * is no element: it is walked whole for everybody.
 */
export const EVENT_ELEMENTS = {
  eventID: {
    name: { zh: '记录编号', en: 'ID of the record' },
    members: ['eventID'],
    level: 'chain',
    on: { making: 'public', notice: 'public' },
  },
  time: {
    name: { zh: '时间', en: 'Time' },
    members: ['eventTime', 'eventTimeZoneOffset', 'recordTime'],
    level: 'chain',
    on: { making: 'public', notice: 'public' },
  },
  step: {
    name: { zh: '业务环节', en: 'Business step' },
    members: ['bizStep'],
    level: 'chain',
    on: { making: 'public', notice: 'public' },
  },
  state: {
    name: { zh: '状态', en: 'Disposition' },
    members: ['disposition', 'persistentDisposition'],
    level: 'chain',
    on: { notice: 'public' },
  },
  placeKind: {
    name: { zh: '地点类型', en: 'Kind of place' },
    members: [],
    level: 'chain',
    on: { making: 'public', warning: 'public' },
  },
  region: { name: { zh: '所在地区', en: 'Region' }, members: [], level: 'public' },
  place: {
    name: { zh: '具体地点', en: 'Place' },
    members: ['readPoint', 'bizLocation'],
    level: 'partner',
    on: { making: 'public', warning: 'public' },
  },
  party: {
    name: { zh: '交易双方', en: 'Parties of the trade' },
    members: ['sourceList', 'destinationList'],
    level: 'partner',
    on: { warning: 'public' },
  },
  document: {
    name: { zh: '单据', en: 'Trade documents' },
    members: ['bizTransactionList'],
    level: 'partner',
  },
  quantity: {
    name: { zh: '数量', en: 'Quantities' },
    members: [
      'quantityList.quantity',
      'childQuantityList.quantity',
      'inputQuantityList.quantity',
      'outputQuantityList.quantity',
    ],
    level: 'partner',
  },
  product: {
    name: { zh: '产品信息', en: 'What the goods are' },
    members: ['ilmd (CBV 2.0 §9.2)'],
    level: 'public',
  },
  productMore: {
    name: { zh: '自定义的产品信息', en: 'Further data of the goods' },
    members: ['ilmd (other names)'],
    level: 'owner',
  },
  test: {
    name: { zh: '检验与证书', en: 'Tests and certificates' },
    members: ['testReport', 'certificationInfo'],
    level: 'public',
  },
  sensor: { name: { zh: '传感器读数', en: 'Sensor data' }, members: ['sensorElementList'], level: 'partner' },
  noticeWords: {
    name: { zh: '召回与通知的说明', en: 'Words of a notice' },
    members: ['recall', 'notice'],
    level: 'partner',
    on: { notice: 'public' },
  },
  errorWords: {
    name: { zh: '声明有误的理由', en: 'Why a record was declared wrong' },
    members: ['errorDeclaration'],
    level: 'partner',
  },
  recorder: {
    name: { zh: '登记单位', en: 'Who recorded it' },
    members: ['urn:suyuan:recorders'],
    level: 'partner',
    on: { making: 'public', warning: 'public' },
  },
  other: {
    name: { zh: '其他自定义内容', en: 'Everything else' },
    members: ['(other members)'],
    level: 'owner',
  },
} as const satisfies Readonly<Record<string, ElementRule>>;

export type EventElement = keyof typeof EVENT_ELEMENTS;
export const ELEMENT_NAMES: readonly EventElement[] = Object.keys(EVENT_ELEMENTS).filter(isEventElement);

export function isEventElement(name: string): name is EventElement {
  return Object.hasOwn(EVENT_ELEMENTS, name);
}
