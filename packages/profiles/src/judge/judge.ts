/** What a pack finds of an event. Pure; the law that was in force when the event happened. */
import { readCode } from '@suyuan/codes';
import type { EventFacts } from '@suyuan/epcis';
import type { ElementValue, ElementValues, Truth } from '../expression.ts';
import { chinaDay, isInForce } from '../pack/in-force.ts';
import type { Pack, PackElement, PackStage } from '../pack/pack.ts';
import type { Dated, Words } from '../pack/parts.ts';
import type { Asked, Known } from './check.ts';
import { readElements } from './element-values.ts';
import type { LoadedPack, LoadedRule, LoadedStage } from './loaded-pack.ts';

/** Something that the law asks and the event does not meet, or that cannot be told. */
export interface PackFinding {
  readonly pack: string;
  readonly version: string;
  readonly stage: string;
  /** `element.missing`, `element.value`, `stage.who`, `stage.code`, or the id of a rule of the pack. */
  readonly rule: string;
  /** Of an element. */
  readonly element?: string;
  /** Of one unit: its canonical code. */
  readonly unit?: string;
  /** `refuse`: such an event is not recorded. `unknown`: whether the rule is met cannot be told. */
  readonly effect: 'refuse' | 'flag' | 'unknown';
  readonly message: Words;
  readonly wayOut: Words;
  /** The law: its title, number and clause. */
  readonly basis: Words;
  readonly confidence: Dated['confidence'];
}

export interface Judged {
  /** Undefined where the event is none that the pack speaks of. */
  readonly stage: string | undefined;
  readonly values: ElementValues;
  readonly findings: readonly PackFinding[];
}

export function judge(loaded: LoadedPack, facts: EventFacts, known: Known = {}): Judged {
  const { pack } = loaded;
  const day = chinaDay(facts.eventTimeMs);
  const { values, misread } = readElements(facts, known, pack);
  const stage = stageOf(loaded, { facts, values, day });
  if (stage === undefined) return { stage: undefined, values, findings: [] };
  const event: Judging = { loaded, day, stage, facts, values: { ...values, stage: stage.id }, misread, known };
  return {
    stage: stage.id,
    values,
    findings: [...ofWho(event), ...ofCodes(event), ...ofElements(event), ...ofRules(event)],
  };
}

interface Judging {
  readonly loaded: LoadedPack;
  readonly day: string;
  readonly stage: PackStage;
  readonly facts: EventFacts;
  readonly values: ElementValues;
  readonly misread: ReadonlySet<string>;
  readonly known: Known;
}

/** The first that the event fits. */
function stageOf(
  { stages }: LoadedPack,
  { facts, values, day }: Pick<Judging, 'facts' | 'values' | 'day'>,
): PackStage | undefined {
  return stages.find((each) => fits(each, facts, values) && isInForce(each.stage, day))?.stage;
}

function fits(
  { stage: { event }, bizSteps, dispositions, when }: LoadedStage,
  facts: EventFacts,
  values: ElementValues,
): boolean {
  return (
    event.types.some((type) => type === facts.type) &&
    facts.bizStep !== undefined &&
    bizSteps.has(facts.bizStep) &&
    (dispositions === undefined || (facts.disposition !== undefined && dispositions.has(facts.disposition))) &&
    (event.actions === undefined || event.actions.some((action) => action === facts.action)) &&
    (when === undefined || when.ask(facts, values) === 'true')
  );
}

type Part = Pick<PackFinding, 'rule' | 'effect' | 'message' | 'wayOut'> & {
  readonly element?: string;
  readonly unit?: string;
};

function found({ loaded: { pack }, stage }: Judging, dated: Dated, part: Part): PackFinding {
  return {
    pack: pack.id,
    version: pack.version,
    stage: stage.id,
    ...part,
    basis: basisOf(pack, dated),
    confidence: dated.confidence,
  };
}

function basisOf({ sources }: Pack, { source, clause }: Dated): Words {
  const { title, number } = sources[source] ?? { title: { zh: source, en: source } };
  const rest = [number, clause].filter((text) => text !== undefined).join(' ');
  return { zh: `${title.zh} ${rest}`.trim(), en: `${title.en} ${rest}`.trim() };
}

function ofWho(event: Judging): PackFinding[] {
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

function ofCodes(event: Judging): PackFinding[] {
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

function ofElements(event: Judging): PackFinding[] {
  const { loaded, stage, facts, values, misread, day } = event;
  const findings: PackFinding[] = [];
  for (const { requirement, when } of loaded.requirements.get(stage.id) ?? []) {
    if (!isInForce(requirement, day)) continue;
    const { element: id, need } = requirement;
    const element = loaded.pack.elements[id];
    if (element === undefined) continue;
    const value = values[id];
    const fault = misread.has(id)
      ? NOT_OF_TYPE[element.type]
      : value === undefined
        ? undefined
        : outside(element, value, loaded.pack);
    if (fault !== undefined) {
      findings.push(
        found(event, requirement, {
          ...{ rule: 'element.value', element: id, effect: 'flag' },
          message: { zh: `${element.name.zh}：${fault.zh}`, en: `${element.name.en}: ${fault.en}` },
          wayOut: {
            zh: `请更正“${element.name.zh}”：声明原记录有误，再登记正确的`,
            en: `Correct it: declare the record wrong and record it anew`,
          },
        }),
      );
    } else if (value === undefined && need !== 'optional') {
      const needed: Truth = when === undefined ? 'true' : when.ask(facts, values);
      if (needed !== 'false') findings.push(missing(event, requirement, { id, element, needed }));
    }
  }
  return findings;
}

function missing(
  event: Judging,
  requirement: Pack['requirements'][number],
  { id, element, needed }: { readonly id: string; readonly element: PackElement; readonly needed: Truth },
): PackFinding {
  const { name } = element;
  return found(event, requirement, {
    ...{ rule: 'element.missing', element: id, effect: needed === 'true' ? 'flag' : 'unknown' },
    message:
      needed === 'true'
        ? { zh: `缺少${name.zh}`, en: `${name.en} is missing` }
        : {
            zh: `没有${name.zh}，而是否需要无法判断`,
            en: `there is no ${name.en}, and whether it is needed cannot be told`,
          },
    wayOut: { zh: `请补充“${name.zh}”`, en: `Record it with its ${name.en}` },
  });
}

const NOT_OF_TYPE: Readonly<Record<PackElement['type'], Words>> = {
  text: { zh: '应为文字', en: 'is no text' },
  code: { zh: '应为代码', en: 'is no code' },
  number: { zh: '应为数值', en: 'is no number' },
  date: { zh: '应为日期，例如 2026-12-01', en: 'is no day such as 2026-12-01' },
  dateTime: { zh: '应为时间，例如 2026-12-01T08:00:00+08:00', en: 'is no time such as 2026-12-01T08:00:00+08:00' },
  flag: { zh: '应为 true 或 false', en: 'is neither true nor false' },
  list: { zh: '应为文字', en: 'is no text' },
};

const TEXT_MAX = 500; // what a pattern is tried on

function outside(
  { codeList, pattern, min, max }: PackElement,
  value: ElementValue,
  { codeLists }: Pack,
): Words | undefined {
  const texts = [value].flat().map((each) => String(each));
  if (codeList !== undefined) {
    const codes = codeLists[codeList]?.values ?? [];
    const strange = texts.find((text) => !codes.some(({ code }) => code === text));
    if (strange !== undefined)
      return { zh: `“${shown(strange)}”不在代码表中`, en: `${shown(strange)} is not in the code list` };
  }
  if (pattern !== undefined && texts.some((text) => text.length > TEXT_MAX || !new RegExp(pattern, 'u').test(text)))
    return { zh: `“${shown(texts[0] ?? '')}”格式不对`, en: `${shown(texts[0] ?? '')} has another form` };
  if (typeof value === 'number' && min !== undefined && value < min)
    return { zh: `${value} 小于 ${min}`, en: `${value} is less than ${min}` };
  if (typeof value === 'number' && max !== undefined && value > max)
    return { zh: `${value} 大于 ${max}`, en: `${value} is more than ${max}` };
  return undefined;
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function ofRules(event: Judging): PackFinding[] {
  const rules = event.loaded.rules.get(event.stage.id) ?? [];
  return rules.filter(({ rule }) => isInForce(rule, event.day)).flatMap((each) => ofRule(event, each));
}

function ofRule(event: Judging, { rule, when }: LoadedRule): PackFinding[] {
  const { id, effect, message, wayOut } = rule;
  const { facts, values } = event;
  if (when !== undefined) {
    const broken = when.ask(facts, values);
    return broken === 'false'
      ? []
      : [
          found(event, rule, {
            rule: id,
            effect: broken === 'true' ? effect : 'unknown',
            message: broken === 'true' ? message : untold(rule.name),
            wayOut,
          }),
        ];
  }
  const check = event.loaded.checks[rule.check ?? ''];
  if (check === undefined) throw new Error(`no rule ${rule.check}`);
  return check(askedOf(event)).map(({ unit, detail, isUnknown = false }) =>
    found(event, rule, {
      rule: id,
      ...(unit === undefined ? {} : { unit }),
      effect: isUnknown ? 'unknown' : effect,
      message: isUnknown
        ? untold(rule.name)
        : detail === undefined
          ? message
          : { zh: `${message.zh}：${detail.zh}`, en: `${message.en}: ${detail.en}` },
      wayOut,
    }),
  );
}

function untold(name: Words): Words {
  return { zh: `“${name.zh}”无法判断：记录的内容不够`, en: `${name.en} cannot be judged: too little is recorded` };
}

function askedOf({ loaded, facts, values, known }: Judging): Asked {
  return {
    facts,
    values,
    known,
    stageOf(other) {
      const { values: said } = readElements(other, {}, loaded.pack);
      const stage = stageOf(loaded, { facts: other, values: said, day: chinaDay(other.eventTimeMs) });
      return stage === undefined ? undefined : { stage: stage.id, values: said };
    },
  };
}
