/** What the columns of the sheet are called, what they are for, and the words that two of them take. */
import type { Language } from '@suyuan/api';

type Text = Readonly<Record<Language, string>>;

export const COLUMNS = ['name', 'code', 'kind', 'region', 'person', 'role'] as const;
export type Column = (typeof COLUMNS)[number];

export const HEADINGS: Readonly<Record<Column, Text>> = {
  name: { zh: '名称', en: 'Name' },
  code: { zh: '统一社会信用代码', en: 'Organisation code' },
  kind: { zh: '机构类别', en: 'Kind' },
  region: { zh: '行政区划代码', en: 'Region code' },
  person: { zh: '负责人姓名', en: 'Person in charge' },
  role: { zh: '负责人角色', en: 'Role of the person' },
};

export const MEANINGS: Readonly<Record<Column, Text>> = {
  name: { zh: '必填。不能与已有下属单位或本表其他行重名。', en: 'Required. No two branches have one name.' },
  code: {
    zh: '可不填。统一社会信用代码、GLN 或其他单位编码，系统会核对校验位。',
    en: 'Optional. Unified social credit code, GLN or another code of an organisation; its check digits are checked.',
  },
  kind: { zh: '可不填，不填则与本单位相同。', en: 'Optional; that of your organisation where it is empty.' },
  region: { zh: '可不填。GB/T 2260，两位、四位或六位数字。', en: 'Optional. GB/T 2260, two, four or six digits.' },
  person: {
    zh: '可不填。填写后为此人生成加入该下属单位的邀请链接。',
    en: 'Optional. A link is made that invites this person into the branch.',
  },
  role: { zh: '填写了负责人姓名时必填。', en: 'Required where a person is named.' },
};

export const EXAMPLE: Readonly<Record<Column, Text>> = {
  name: { zh: '人民路店', en: 'People’s Road shop' },
  code: { zh: '91110000802100433B', en: '91110000802100433B' },
  kind: { zh: '企业', en: 'Enterprise' },
  region: { zh: '320102', en: '320102' },
  person: { zh: '李四', en: 'Li Si' },
  role: { zh: '登记员', en: 'Recorder' },
};

export const KINDS: Readonly<Record<string, Text>> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  household: { zh: '农户、个体户', en: 'Farm or family business' },
  regulator: { zh: '监管部门', en: 'Regulator' },
  laboratory: { zh: '检验机构', en: 'Laboratory' },
  certifier: { zh: '认证机构', en: 'Certifier' },
  association: { zh: '行业协会', en: 'Association' },
  operator: { zh: '平台运营者', en: 'Operator of the platform' },
  service: { zh: '服务机构', en: 'Service provider' },
};

/** Roles that every organisation has from its beginning, a new branch too. */
export const ROLES: Readonly<Record<string, Text>> = {
  owner: { zh: '所有者', en: 'Owner' },
  administrator: { zh: '管理员', en: 'Administrator' },
  recorder: { zh: '登记员', en: 'Recorder' },
  drafter: { zh: '起草员', en: 'Drafter' },
  releaser: { zh: '放行员', en: 'Releaser' },
  auditor: { zh: '审计员', en: 'Auditor' },
  viewer: { zh: '查看者', en: 'Viewer' },
};

/** Which of several is meant by its id or by its words in either language; undefined where none is. */
export function meant<Id extends string>(of: Readonly<Record<Id, Text>>, text: string): string | undefined {
  const wanted = text.toLowerCase();
  const found = Object.entries<Text>(of).find(([id, words]) =>
    [id, words.zh, words.en].some((word) => word.normalize('NFKC').toLowerCase() === wanted),
  );
  return found?.[0];
}
