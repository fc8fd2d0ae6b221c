/**
 * The catalogue of rules that a document can break: one id, one sentence in English and in Chinese,
 * and the clause that the rule comes from. No other file holds words that a person reads, save those of `personal/rules.ts`.
 */

import { withoutPersonalNumbers } from '@suyuan/codes';
import type { Finding, Text } from './model.ts';
import { PERSONAL_DATA, PERSONAL_NUMBER } from './personal/rules.ts';

interface Rule {
  readonly clause?: string;
  /** `{name}` stands for a parameter of the finding. */
  readonly en: string;
  readonly zh: string;
}

const EPCIS_TYPES = 'ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent, AssociationEvent';
const EPCIS_TYPES_ZH = EPCIS_TYPES.replaceAll(', ', '、');

const CATALOGUE = {
  'json.truncated': {
    clause: 'RFC 8259 §2',
    en: 'The JSON text ends too early, at byte {offset}: something is still open here.',
    zh: 'JSON 文本在第 {offset} 字节处提前结束：此处的内容尚未写完。',
  },
  'json.syntax': {
    clause: 'RFC 8259 §2',
    en: 'This is not JSON: {expected} is expected at byte {offset}.',
    zh: '不是合法的 JSON：第 {offset} 字节处应为{expected}。',
  },
  'json.depth': {
    en: 'Objects and arrays are nested more than {max} levels deep (at byte {offset}).',
    zh: '对象和数组的嵌套超过 {max} 层（第 {offset} 字节处）。',
  },
  'json.duplicate-key': {
    clause: 'RFC 8259 §4',
    en: 'The name {name} appears more than once in the same object, so it is not clear which value is meant.',
    zh: '同一对象中名称 {name} 出现了不止一次，无法判断以哪个值为准。',
  },
  'json.forbidden-key': {
    en: 'The name {name} is not accepted, because programs may mistake it for their own.',
    zh: '不接受名称 {name}：程序可能把它误认作自身的内部名称。',
  },
  'json.nul': {
    en: 'The text contains the character U+0000, which is not accepted.',
    zh: '文本中含有字符 U+0000，不予接受。',
  },
  'json.lone-surrogate': {
    clause: 'RFC 8259 §8.2',
    en: 'The text contains half of a surrogate pair, which stands for no character.',
    zh: '文本中含有不成对的代理码位，它不代表任何字符。',
  },
  'json.utf8': {
    clause: 'RFC 8259 §8.1',
    en: 'The text is not valid UTF-8 (at byte {offset}).',
    zh: '文本不是合法的 UTF-8 编码（第 {offset} 字节处）。',
  },
  'json.too-large': {
    en: '{what} is larger than the {max} bytes accepted. Spread the content over several events or documents.',
    zh: '{what}超过上限 {max} 字节。请将内容拆分到多个事件或文档中。',
  },
  'json.too-many-values': {
    en: 'An event has more than the {max} values accepted. Spread the content over several events.',
    zh: '单个事件的值超过上限 {max} 个。请将内容拆分到多个事件中。',
  },

  'xml.syntax': {
    clause: 'XML 1.0 §2.1',
    en: 'This is not well-formed XML (line {line}, column {column}): {reason}.',
    zh: '不是格式良好的 XML（第 {line} 行第 {column} 列）：{reason}。',
  },
  'xml.doctype': {
    en: 'A document type with declarations of its own, or from elsewhere, is not accepted.',
    zh: '不接受带有自定义声明或引用外部文件的文档类型（DOCTYPE）。',
  },
  'xml.depth': {
    en: 'Elements are nested more than {max} levels deep (line {line}, column {column}).',
    zh: '元素嵌套超过 {max} 层（第 {line} 行第 {column} 列）。',
  },
  'xml.attributes': {
    en: 'An element has more than {max} attributes and namespace declarations (line {line}, column {column}).',
    zh: '一个元素的属性和命名空间声明超过 {max} 个（第 {line} 行第 {column} 列）。',
  },
  'xml.namespaces': {
    en: 'The document declares more than {max} namespaces (line {line}, column {column}).',
    zh: '文档声明的命名空间超过 {max} 个（第 {line} 行第 {column} 列）。',
  },
  'xml.elements': {
    en: 'An event, or the document without its events, has more than {max} elements (line {line}, column {column}).',
    zh: '单个事件或文档中事件以外的部分超过 {max} 个元素（第 {line} 行第 {column} 列）。',
  },
  'xml.encoding': {
    clause: 'XML 1.0 §4.3.3',
    en: 'The text is neither UTF-8 nor UTF-16 with a byte order mark (line {line}, column {column}).',
    zh: '文本既不是 UTF-8，也不是带字节顺序标记的 UTF-16（第 {line} 行第 {column} 列）。',
  },
  'xml.root': {
    clause: 'EPCIS 2.0 §9.5',
    en: 'The root element is EPCISDocument, EPCISQueryDocument or EPCISMasterDataDocument, in a namespace of EPCIS.',
    zh: '根元素应为 EPCIS 命名空间中的 EPCISDocument、EPCISQueryDocument 或 EPCISMasterDataDocument。',
  },

  'document.value-type': { en: '{expected} is expected here.', zh: '此处应为{expected}。' },
  'document.personal-number': PERSONAL_NUMBER,
  'document.type-unknown': {
    clause: 'EPCIS 2.0 §9.1',
    en: 'The type of a document is EPCISDocument or EPCISQueryDocument.',
    zh: '文档类型应为 EPCISDocument 或 EPCISQueryDocument。',
  },
  'document.member-required': {
    clause: 'EPCIS 2.0 §9.1',
    en: 'The member {name} is missing.',
    zh: '缺少成员 {name}。',
  },
  'document.member-unknown': {
    clause: 'EPCIS 2.0 §9.1',
    en: 'The standard knows no member {name} here.{hint} A member of your own needs a namespace prefix, for example {example}.',
    zh: '标准在此处没有成员 {name}。{hint}自定义成员需带命名空间前缀，例如 {example}。',
  },
  'document.uri': {
    clause: 'RFC 3986 §3',
    en: 'A URI is expected here, for example {example}.{hint}',
    zh: '此处应为 URI，例如 {example}。{hint}',
  },
  'document.version': {
    clause: 'EPCIS 2.0 §7.2',
    en: 'This version of EPCIS is not supported. Supported are 2.0 in JSON, and 1.0, 1.1, 1.2 and 2.0 in XML.',
    zh: '不支持此 EPCIS 版本。支持的版本：JSON 为 2.0，XML 为 1.0、1.1、1.2 和 2.0。',
  },
  'document.time': {
    clause: 'RFC 3339 §5.6',
    en: 'A date and time with a time zone offset is expected here, for example 2026-03-05T08:30:00+08:00.',
    zh: '此处应为带时区偏移的日期时间，例如 2026-03-05T08:30:00+08:00。',
  },
  'document.events-required': {
    clause: 'EPCIS 2.0 §9.1',
    en: 'The body of a document holds its events in eventList.',
    zh: '文档正文应以 eventList 列出事件。',
  },
  'document.context-required': {
    clause: 'EPCIS 2.0 §10.2',
    en: 'The member @context is missing, so prefixes and names have no meaning. Use https://ref.gs1.org/standards/epcis/epcis-context.jsonld.',
    zh: '缺少 @context，前缀和名称无从解释。请使用 https://ref.gs1.org/standards/epcis/epcis-context.jsonld。',
  },

  'event.value-type': { en: '{expected} is expected here.', zh: '此处应为{expected}。' },
  'event.type-required': {
    clause: 'EPCIS 2.0 §7.4',
    en: `The event has no type. It is one of ${EPCIS_TYPES}.`,
    zh: `事件缺少 type。应为以下之一：${EPCIS_TYPES_ZH}。`,
  },
  'event.type-unknown': {
    clause: 'EPCIS 2.0 §7.4',
    en: `This is no event type of EPCIS 2.0.{hint} The five are ${EPCIS_TYPES}.`,
    zh: `不是 EPCIS 2.0 的事件类型。{hint}五种类型为：${EPCIS_TYPES_ZH}。`,
  },
  'event.member-required': {
    clause: 'EPCIS 2.0 §7.4',
    en: 'The member {name} is missing.',
    zh: '缺少成员 {name}。',
  },
  'event.member-unknown': {
    clause: 'EPCIS 2.0 §7.4',
    en: 'The standard knows no member {name} here.{hint} A member of your own needs a namespace prefix, for example {example}.',
    zh: '标准在此处没有成员 {name}。{hint}自定义成员需带命名空间前缀，例如 {example}。',
  },
  'event.member-closed': {
    clause: 'EPCIS 2.0 §7.3',
    en: 'The standard knows no member {name} here, and this object takes none of your own.{hint} Put it beside the list, in the event.',
    zh: '标准在此处没有成员 {name}，此对象也不能带自定义成员。{hint}请放到事件中，与该列表并列。',
  },
  'event.member-not-allowed': {
    clause: 'EPCIS 2.0 §7.4',
    en: '{name} has no place in this event type. It stands only in {types}.',
    zh: '{name} 不能用于此事件类型，只能用于 {types}。',
  },
  'event.list-empty': { en: 'At least one entry is expected here.', zh: '此处至少应有一项。' },
  'event.uri': {
    clause: 'RFC 3986 §3',
    en: 'A URI is expected here, for example {example}.{hint}',
    zh: '此处应为 URI，例如 {example}。{hint}',
  },
  'event.time-format': {
    clause: 'RFC 3339 §5.6',
    en: 'A date and time with a time zone offset is expected here, for example 2026-03-05T08:30:00+08:00.',
    zh: '此处应为带时区偏移的日期时间，例如 2026-03-05T08:30:00+08:00。',
  },
  'event.time-offset': {
    clause: 'EPCIS 2.0 §7.3.1',
    en: 'The time has no time zone offset, so the moment is not known. Add Z or, for example, +08:00.',
    zh: '时间缺少时区偏移，无法确定具体时刻。请补上 Z 或 +08:00 等偏移。',
  },
  'event.time-calendar': {
    clause: 'RFC 3339 §5.7',
    en: 'There is no such date or time of day.',
    zh: '不存在这样的日期或时刻。',
  },
  'event.time-range': {
    clause: 'RFC 3339 §1',
    en: 'The moment has to lie between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999Z, in UTC, its year written with four digits.',
    zh: '时刻按 UTC 须在 0001-01-01T00:00:00Z 至 9999-12-31T23:59:59.999Z 之间，年份写成四位数字。',
  },
  'event.offset-form': {
    clause: 'EPCIS 2.0 §7.4.1',
    en: 'A time zone offset is written +hh:mm or -hh:mm and lies between -14:00 and +14:00, for example +08:00.',
    zh: '时区偏移写作 +hh:mm 或 -hh:mm，范围为 -14:00 至 +14:00，例如 +08:00。',
  },
  'event.action-required': {
    clause: 'EPCIS 2.0 §7.3.2',
    en: 'The event has no action. It is ADD, OBSERVE or DELETE.',
    zh: '事件缺少 action。应为 ADD、OBSERVE 或 DELETE。',
  },
  'event.action-unknown': {
    clause: 'EPCIS 2.0 §7.3.2',
    en: 'The action is ADD, OBSERVE or DELETE, in capital letters.',
    zh: 'action 应为 ADD、OBSERVE 或 DELETE（大写）。',
  },
  'event.parent-required': {
    clause: 'EPCIS 2.0 §7.4.3',
    en: 'Without parentID it is not known what the children are added to or taken from; {condition} needs it.',
    zh: '缺少 parentID，无法得知子项加入或移出的是什么；{condition}必须填写。',
  },
  'event.children-required': {
    clause: 'EPCIS 2.0 §7.4.3',
    en: 'The event names no child: childEPCs or childQuantityList needs an entry. Only with DELETE may both be absent, meaning all children.',
    zh: '事件没有子项：childEPCs 或 childQuantityList 至少应有一项。仅 DELETE 可全部省略，表示所有子项。',
  },
  'event.units-required': {
    clause: 'EPCIS 2.0 §7.4.2',
    en: 'The event does not say what it is about: {lists}.',
    zh: '事件没有指明对象：{lists}。',
  },
  'event.transformation-units': {
    clause: 'EPCIS 2.0 §7.4.5',
    en: 'A transformation names at least one input and one output. With a transformationID, one of them is enough.',
    zh: '转化事件至少应有一项输入和一项输出；有 transformationID 时，二者有其一即可。',
  },
  'event.ilmd-action': {
    clause: 'EPCIS 2.0 §7.4.2',
    en: 'Instance or lot master data (ilmd) is given when objects begin, that is only with action ADD.',
    zh: '实例或批次主数据（ilmd）只在对象产生时给出，即 action 须为 ADD。',
  },
  'event.repeated': {
    clause: 'EPCIS 2.0 §7.4.2',
    en: 'This entry stands already in the list, at {first}.',
    zh: '该项在列表中已出现过，见 {first}。',
  },
  'event.personal-number': PERSONAL_NUMBER,
  'event.personal-data': PERSONAL_DATA,
  'event.too-many-epcs': {
    en: 'The event names {count} units; at most {max} are accepted. Spread them over several events.',
    zh: '事件包含 {count} 个追溯单元，上限为 {max}。请拆分为多个事件。',
  },
  'event.cbv-unknown': {
    clause: 'CBV 2.0 §7',
    en: '{name} is no {vocabulary} of the standard.{hint} A term of your own is written as a URI or with a namespace prefix.',
    zh: '{name} 不是标准中的{vocabulary}。{hint}自定义词汇请写成 URI 或带命名空间前缀。',
  },
  'event.quantity': {
    clause: 'EPCIS 2.0 §7.3.3.3',
    en: 'A quantity is a number that is not negative.',
    zh: '数量应为不小于 0 的数值。',
  },
  'event.number': {
    en: 'The number is too large to be kept.',
    zh: '数值过大，无法保存。',
  },
  'event.uom': {
    clause: 'EPCIS 2.0 §7.3.3.3',
    en: 'A unit of measure is a code of UN/ECE Recommendation 20: two or three capital letters or digits, for example KGM.',
    zh: '计量单位应为 UN/ECE 第 20 号建议书代码：两到三个大写字母或数字，例如 KGM。',
  },
  'event.hex': {
    clause: 'EPCIS 2.0 §7.3.8',
    en: 'Only hexadecimal digits (0–9, A–F) are expected here.',
    zh: '此处只能是十六进制数字（0–9、A–F）。',
  },
  'event.persistent-disposition': {
    clause: 'EPCIS 2.0 §7.3.5',
    en: 'A persistentDisposition sets or unsets at least one disposition.',
    zh: 'persistentDisposition 至少应有 set 或 unset 之一。',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof CATALOGUE;

/** Every rule by its id, in the order of the reference page. */
export const RULES: Readonly<Record<RuleId, Rule>> = CATALOGUE;

/** A part of a sentence: the same in both languages, or one for each. */
export type Phrase = string | number | Text;

export interface FindingInput {
  readonly rule: RuleId;
  readonly pointer: string;
  readonly eventIndex?: number | undefined;
  /** The offending value; leave out when the fault is that it is missing. */
  readonly value?: unknown;
  readonly params?: Readonly<Record<string, Phrase>>;
}

/**
 * Makes the finding of a rule, its sentences filled in. Findings are stored, logged and shown, so that none repeats the
 * number of a person, whatever it is about.
 */
export function finding(input: FindingInput): Finding {
  const { clause, en, zh } = RULES[input.rule];
  return {
    ...(input.eventIndex === undefined ? {} : { eventIndex: input.eventIndex }),
    pointer: withoutPersonalNumbers(input.pointer),
    rule: input.rule,
    ...(clause === undefined ? {} : { clause }),
    ...(input.value === undefined ? {} : { value: excerpt(input.value) }),
    message: {
      en: withoutPersonalNumbers(fill(en, 'en', input.params ?? {})),
      zh: withoutPersonalNumbers(fill(zh, 'zh', input.params ?? {})),
    },
  };
}

function fill(template: string, language: keyof Text, params: Readonly<Record<string, Phrase>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const phrase = params[name] ?? '';
    return typeof phrase === 'object' ? phrase[language] : String(phrase);
  });
}

/** A report shows a value, it does not carry it: enough to recognise it by. */
const EXCERPT_CHARS_MAX = 200;
/** Read beyond the cut, so that the number of a person is seen whole before it is cut in two. */
const BEYOND_CUT_CHARS = 64;

/** A value as JSON, cut to 200 characters, without the numbers of persons, and without a character that a database or a terminal would choke on. */
export function excerpt(value: unknown): string {
  const json = withoutPersonalNumbers(written(value, EXCERPT_CHARS_MAX + BEYOND_CUT_CHARS));
  if (json.length <= EXCERPT_CHARS_MAX) return json;
  // A cut may fall between the halves of a surrogate pair.
  return `${json.slice(0, EXCERPT_CHARS_MAX - 1).toWellFormed()}…`;
}

/** JSON text of at least `chars` characters, or whole; spares writing out megabytes for their beginning. */
function written(value: unknown, chars: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, chars));
  // JSON has no infinity, which is what a number beyond 1.8e308 is read as.
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? String(value) : `${value}`;
  const isArray = Array.isArray(value);
  let text = isArray ? '[' : '{';
  for (const key of Object.keys(value).slice(0, chars)) {
    if (text.length > chars) return text;
    if (text.length > 1) text += ',';
    if (!isArray) text += `${JSON.stringify(key.slice(0, chars))}:`;
    text += written(Reflect.get(value, key), chars - text.length);
  }
  return text + (isArray ? ']' : '}');
}

/** A longer name says nothing to a reader; the fault is then shown at the object that holds it. */
const POINTER_TOKEN_CHARS_MAX = 1000;

/**
 * RFC 6901: the pointer of a member or an entry. Characters that databases refuse (U+0000, lone
 * surrogates) are replaced by U+FFFD, since findings are stored.
 */
export function childPointer(parent: string, token: string | number): string {
  if (typeof token === 'number') return `${parent}/${token}`;
  if (token.length > POINTER_TOKEN_CHARS_MAX) return parent;
  const escaped = token.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('\u0000', '\ufffd');
  return `${parent}/${escaped.toWellFormed()}`;
}

/** A name inside a sentence: quoted, escaped and cut, since anything may stand in it. */
export function quoted(given: string): string {
  const name = withoutPersonalNumbers(given.slice(0, 60 + BEYOND_CUT_CHARS));
  return name.length <= 60 ? JSON.stringify(name) : `${JSON.stringify(name.slice(0, 60)).slice(0, -1)}…"`;
}

/** Twenty characters are enough to find a fault of syntax by. */
export function syntaxExcerpt(beginning: string): string {
  return withoutLongDigits(beginning).slice(0, 20);
}

/** Of a text that is broken: the number of a person may stand in it anywhere, with anything around it. */
export function withoutLongDigits(text: string): string {
  return text.replace(/\d{15,}[Xx]?/g, (digits) => '*'.repeat(digits.length));
}

/** Findings as lines of text for a terminal or a log, one line a finding. */
export function renderFindings(findings: readonly Finding[], language: keyof Text): string {
  return findings.map((each) => renderFinding(each, language)).join('\n');
}

function renderFinding(each: Finding, language: keyof Text): string {
  const value = each.value === undefined ? '' : ` ${each.value}`;
  const clause = each.clause === undefined ? '' : `, ${each.clause}`;
  return `${each.pointer === '' ? '/' : each.pointer}:${value} ${each.message[language]} [${each.rule}${clause}]`;
}
