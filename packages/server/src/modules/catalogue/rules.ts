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
  'registry.merge-word': {
    zh: '此处不能填写合并关系：请用“合并”“撤销合并”“不是同一个”（/v1/registry/merges、/v1/registry/differences）',
    en: 'What is merged is not said here: merge, undo it or keep apart with /v1/registry/merges and /v1/registry/differences',
  },
  'registry.merge-unknown': {
    zh: '本单位没有登记过此编码：请先登记',
    en: 'Your organisation has said nothing of this code: enter it first',
  },
  'registry.merge-itself': {
    zh: '这是同一个编码：请选择两项不同的主数据',
    en: 'This is the same code: choose two different entries',
  },
  'registry.merge-kinds': {
    zh: '两项的类别不同，不能合并：请先核对类别',
    en: 'The two are of different kinds and cannot be one: check their kinds',
  },
  'registry.merge-circle': {
    zh: '要保留的一项已经合并到这一项：请反过来合并，或先撤销以前的合并',
    en: 'The entry to be kept was merged into this one: merge the other way round, or undo that merge first',
  },
  'registry.merge-elsewhere': {
    zh: '这一项已经合并到另一项：请先撤销以前的合并',
    en: 'This entry was merged into another one already: undo that merge first',
  },
  'registry.merge-far': {
    zh: '一层一层合并得太多：请先撤销以前的合并，再一起合并到要保留的一项',
    en: 'Too many merges lead into each other: undo the earlier ones, and merge all into the entry that is kept',
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
