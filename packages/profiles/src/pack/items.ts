/** The items of a pack, kind by kind, with what people call them. */
import type { Pack } from './pack.ts';
import type { Words } from './parts.ts';

/** Lists of items that have a validity, with what one of them is called. */
export const DATED_KINDS = {
  stages: { zh: '环节', en: 'stage' },
  requirements: { zh: '数据要求', en: 'requirement' },
  rules: { zh: '规则', en: 'rule' },
  licences: { zh: '许可', en: 'licence' },
  clocks: { zh: '期限', en: 'clock' },
  ledgers: { zh: '台账', en: 'ledger' },
  balances: { zh: '数量账', en: 'account of quantities' },
  filings: { zh: '报送', en: 'filing' },
  retention: { zh: '保存时间', en: 'retention' },
  recallClasses: { zh: '召回级别', en: 'class of recall' },
} as const;
export type DatedKind = keyof typeof DATED_KINDS;
export const KINDS = {
  ...DATED_KINDS,
  sources: { zh: '依据', en: 'source' },
  elements: { zh: '数据元', en: 'element' },
  codeLists: { zh: '代码表', en: 'code list' },
  groups: { zh: '公众页内容', en: 'part of the public page' },
  marks: { zh: '公众页标志', en: 'mark of the public page' },
} as const;
export type ItemKind = keyof typeof KINDS;

export interface PackItem {
  readonly id: string;
  readonly name: Words;
  readonly value: object;
}

export const KIND_NAMES: readonly ItemKind[] = [
  ...(['sources', 'elements', 'codeLists', 'stages', 'requirements', 'rules', 'licences', 'clocks'] as const),
  ...(['ledgers', 'balances', 'filings', 'retention', 'recallClasses', 'groups', 'marks'] as const),
];

export function itemsOf(pack: Pack): Readonly<Record<ItemKind, readonly PackItem[]>> {
  const named = (list: readonly (object & { readonly id: string; readonly name: Words })[]): PackItem[] =>
    list.map((value) => ({ id: value.id, name: value.name, value }));
  const inRecord = (record: Readonly<Record<string, object & { readonly name: Words }>>): PackItem[] =>
    Object.entries(record).map(([id, value]) => ({ id, name: value.name, value }));
  return {
    sources: Object.entries(pack.sources).map(([id, value]) => ({ id, name: value.title, value })),
    elements: inRecord(pack.elements),
    codeLists: inRecord(pack.codeLists),
    stages: named(pack.stages),
    requirements: pack.requirements.map((value) => ({
      ...{ id: `${value.stage}/${value.element}`, name: nameOfRequirement(pack, value), value },
    })),
    rules: named(pack.rules),
    licences: named(pack.licences),
    clocks: named(pack.clocks),
    ledgers: named(pack.ledgers),
    balances: named(pack.balances ?? []),
    filings: named(pack.filings),
    retention: named(pack.retention),
    recallClasses: named(pack.recallClasses),
    groups: named(pack.publicPage.groups),
    marks: named(pack.publicPage.marks),
  };
}

function nameOfRequirement({ stages, elements }: Pack, { stage, element }: Pack['requirements'][number]): Words {
  const of = stages.find(({ id }) => id === stage)?.name ?? { zh: stage, en: stage };
  const what = elements[element]?.name ?? { zh: element, en: element };
  return { zh: `${of.zh}：${what.zh}`, en: `${of.en}: ${what.en}` };
}
