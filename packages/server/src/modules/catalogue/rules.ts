/** What an entry may break, with a way out, in both languages. */

import { withoutPersonalNumbers } from '@suyuan/codes';
import type { Finding } from '@suyuan/epcis';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const RULES = {
  'registry.shape': {
    zh: '此处应为{wanted}',
    en: 'Here belongs {wanted}',
  },
  'registry.kind': {
    zh: '类别应为 product（产品）、party（单位）、site（场所）、equipment（设备）、device（采集装置）之一',
    en: 'The kind is one of product, party, site, equipment and device',
  },
  'registry.code': {
    zh: '{reason}。请对照原件核对后重新填写',
    en: '{reason}. Look at the original, and write it again',
  },
  'registry.code-kind': {
    zh: '这是“{found}”的编码，不能用于{kind}：请改选类别，或填写{kind}自己的编码',
    en: 'This is a code of another sort ({found}), not of {kind}: choose another kind, or write the code of the thing itself',
  },
  'registry.code-unknown': {
    zh: '无法识别此编码：请填写标准编码（如 GTIN），或以网址、URN 的形式填写自编编码，如 urn:uuid:…、https://本单位域名/…',
    en: 'This code is of no known scheme: write one of a standard, such as a GTIN, or your own as a URI, such as urn:uuid:… or https://your-domain/…',
  },
  'registry.code-twice': {
    zh: '与第 {first} 条是同一编码：请合并为一条',
    en: 'This is the code of entry {first} again: make one of both',
  },
  'registry.name-missing': {
    zh: '缺少名称：请填写名称（name）',
    en: 'There is no name: write it as `name`',
  },
  'registry.attribute-name': {
    zh: '属性名称应以字母开头，只含字母和数字，最多 60 个字符；或写完整的 URI',
    en: 'The name of an attribute begins with a letter and has letters and digits alone, 60 at most; or it is a whole URI',
  },
  'registry.personal': {
    zh: '此处含有电话号码或证件号码：请存入“个人信息”，在此填写其引用',
    en: 'There is a telephone or identity number here: keep it with POST /v1/personal, and write its reference here',
  },
  'registry.heading': {
    zh: '不认识的列：请用模板中的列名、编码方案的名称或属性名称',
    en: 'There is no such column: use those of the template, names of schemes, or names of attributes',
  },
  'registry.heading-code': {
    zh: '第一行缺少“编码”列：请用模板填写',
    en: 'The first row has no column “Code”: use the template',
  },
  'registry.identifier-scheme': {
    zh: '没有此编码方案：请用 /v1/codes/schemes 中的方案、gs1，或 maker-number、internal、plate、other',
    en: 'There is no such scheme: use one of /v1/codes/schemes, gs1, or maker-number, internal, plate, other',
  },
} as const satisfies Readonly<Record<string, Words>>;

type Parameters = Readonly<Record<string, string | Words>>;

export function finding(
  rule: keyof typeof RULES,
  pointer: string,
  { value, ...parameters }: { readonly value?: unknown } & Record<string, unknown> = {},
): Finding {
  const texts: Record<string, string | Words> = {};
  for (const [name, text] of Object.entries(parameters)) if (isText(text)) texts[name] = text;
  const told = value === undefined ? undefined : JSON.stringify(value)?.slice(0, 200);
  return {
    pointer,
    rule,
    ...(told === undefined ? {} : { value: withoutPersonalNumbers(told) }),
    message: { zh: filled(RULES[rule].zh, 'zh', texts), en: filled(RULES[rule].en, 'en', texts) },
  };
}

function isText(value: unknown): value is string | Words {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value);
}

function filled(text: string, language: 'zh' | 'en', parameters: Parameters): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const given = parameters[name] ?? '';
    return typeof given === 'string' ? given : given[language];
  });
}
