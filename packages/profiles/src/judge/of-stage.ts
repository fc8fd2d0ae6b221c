/** What a stage asks of who records it, and of the codes that it is recorded of. */
import { readCode } from '@suyuan/codes';
import type { Words } from '../pack/parts.ts';
import { found, type Judging, type PackFinding } from './judging.ts';

export function ofWho(event: Judging): PackFinding[] {
  const { who } = event.stage;
  const { recorderKind } = event.known;
  if (who === undefined || recorderKind === undefined || who.some((kind) => kind === recorderKind)) return [];
  const { name } = event.stage;
  return [
    found(event, event.stage, {
      rule: 'stage.who',
      effect: 'flag',
      message: { zh: `“${name.zh}”不应由这类单位登记`, en: `${name.en} is not recorded by such an organisation` },
      wayOut: {
        zh: '请由实际办理的单位登记，或更正单位类型',
        en: 'Have whoever did it record it, or correct the kind of organisation',
      },
    }),
  ];
}

const UNITS_MAX = 1_000; // a pallet’s worth; more findings nobody reads

export function ofCodes(event: Judging): PackFinding[] {
  const { accepts, name } = event.stage;
  if (accepts === undefined) return [];
  const others = event.facts.units.slice(0, UNITS_MAX).filter(({ code }) => {
    const names = readCode(code).names;
    const kind = names === 'lot' || names === 'instance' || names === 'class' ? names : 'other';
    return !accepts.some((each) => each === kind);
  });
  return others.map(({ code }) =>
    found(event, event.stage, {
      rule: 'stage.code',
      unit: code,
      effect: 'flag',
      message: {
        zh: `“${name.zh}”应记到${listed(accepts, 'zh')}，而不是这样的编码`,
        en: `${name.en} is recorded of ${listed(accepts, 'en')}, and not of such a code`,
      },
      wayOut: { zh: '请使用标签上的编码重新登记', en: 'Record it anew with the code on the label' },
    }),
  );
}

const NAMES: Readonly<Record<string, Words>> = {
  lot: { zh: '批次', en: 'a lot' },
  instance: { zh: '单件', en: 'a single item' },
  class: { zh: '品种', en: 'a product' },
  other: { zh: '其他编码', en: 'another code' },
};

function listed(names: readonly string[], language: 'zh' | 'en'): string {
  return names.map((name) => NAMES[name]?.[language] ?? name).join(language === 'zh' ? '或' : ' or ');
}
