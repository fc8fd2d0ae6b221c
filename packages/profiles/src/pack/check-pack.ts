/** What must hold of a pack beyond its shape: what is named is there, nothing goes in circles, versions of one thing do not overlap. */

import { bizStepUri, type Context, dispositionUri, readContext } from '@suyuan/epcis';
import safeRegex from 'safe-regex2';
import { expressionsOf } from '../expression.ts';
import type { PackFault } from './fault.ts';
import type { Pack } from './pack.ts';
import type { Dated } from './parts.ts';

interface Faults {
  add(pointer: string, zh: string, en: string): void;
}

/** @param checks ids of the rules that data cannot say */
export function checkPack(pack: Pack, checks: ReadonlySet<string>): PackFault[] {
  const faults: PackFault[] = [];
  const add: Faults['add'] = (pointer, zh, en) => {
    faults.push({ pointer, message: { zh, en } });
  };
  checkDates(pack, { add });
  checkNames(pack, checks, { add });
  checkElements(pack, { add });
  checkExpressions(pack, { add });
  checkCircles(pack, { add });
  checkEffects(pack, { add });
  return faults;
}

const DATED = [
  ...([
    'stages',
    'rules',
    'licences',
    'clocks',
    'ledgers',
    'balances',
    'filings',
    'retention',
    'recallClasses',
  ] as const),
];

/** Every dated item with its place and what makes it one thing with others of the same name. */
function datedOf(pack: Pack): { readonly pointer: string; readonly key: string; readonly item: Dated }[] {
  return [
    ...DATED.flatMap((list) =>
      (pack[list] ?? []).map((item, i) => ({ pointer: `/${list}/${i}`, key: `${list} ${item.id}`, item })),
    ),
    ...pack.requirements.map((item, i) => ({
      pointer: `/requirements/${i}`,
      key: `requirements ${item.stage} ${item.element}`,
      item,
    })),
    ...pack.publicPage.groups.map((item, i) => ({
      pointer: `/publicPage/groups/${i}`,
      key: `groups ${item.id}`,
      item,
    })),
    ...pack.publicPage.marks.map((item, i) => ({ pointer: `/publicPage/marks/${i}`, key: `marks ${item.id}`, item })),
    ...Object.entries(pack.codeLists).map(([id, item]) => ({
      pointer: `/codeLists/${id}`,
      key: `codeLists ${id}`,
      item,
    })),
  ];
}

function checkDates(pack: Pack, { add }: Faults): void {
  const all = datedOf(pack);
  for (const { pointer, item } of all) {
    if (pack.sources[item.source] === undefined)
      add(`${pointer}/source`, `没有来源“${item.source}”`, `there is no source ${item.source}`);
    for (const name of ['from', 'until'] as const) {
      if (item[name] !== undefined && !isDay(item[name]))
        add(`${pointer}/${name}`, `没有这一天：${item[name]}`, `no such day: ${item[name]}`);
    }
    if (item.from !== undefined && item.until !== undefined && item.from > item.until)
      add(
        pointer,
        `到 ${item.until} 为止，却从 ${item.from} 才开始`,
        `ends on ${item.until}, before it begins on ${item.from}`,
      );
  }
  for (const versions of Map.groupBy(all, ({ key }) => key).values()) {
    const inOrder = versions.toSorted((a, b) => ((a.item.from ?? '') < (b.item.from ?? '') ? -1 : 1));
    for (const [i, later] of inOrder.slice(1).entries()) {
      const before = inOrder[i]?.item;
      if (before?.until === undefined || (later.item.from ?? '') <= before.until)
        add(later.pointer, '与同名的另一条在同一时间都有效', 'is in force at the same time as another of its name');
    }
  }
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function checkNames(pack: Pack, checks: ReadonlySet<string>, { add }: Faults): void {
  const stages = new Set(pack.stages.map(({ id }) => id));
  const clocks = new Set(pack.clocks.map(({ id }) => id));
  const licences = new Set(pack.licences.map(({ id }) => id));
  const stage = (pointer: string, id: string): void => {
    if (!stages.has(id)) add(pointer, `没有环节“${id}”`, `there is no stage ${id}`);
  };
  const element = (pointer: string, id: string): void => {
    if (pack.elements[id] === undefined) add(pointer, `没有数据元“${id}”`, `there is no element ${id}`);
  };
  const each = <T>(
    items: readonly T[] | undefined,
    pointer: string,
    check: (pointer: string, item: T) => void,
  ): void => {
    for (const [i, item] of (items ?? []).entries()) check(`${pointer}/${i}`, item);
  };
  if (pack.usualFirst !== undefined) stage('/usualFirst', pack.usualFirst);
  each(pack.stages, '/stages', (at, { follows }) => each(follows, `${at}/follows`, stage));
  each(pack.requirements, '/requirements', (at, item) => {
    stage(`${at}/stage`, item.stage);
    element(`${at}/element`, item.element);
  });
  each(pack.rules, '/rules', (at, { stages: of, check }) => {
    each(of, `${at}/stages`, stage);
    if (check !== undefined && !checks.has(check))
      add(`${at}/check`, `没有规则“${check}”`, `there is no rule ${check}`);
  });
  each(pack.licences, '/licences', (at, { stages: of }) => each(of, `${at}/stages`, stage));
  each(pack.clocks, '/clocks', (at, { starts, ends, stops, startsAt, pauses, extension }) => {
    each(starts, `${at}/starts`, stage);
    each(ends, `${at}/ends`, stage);
    each(stops, `${at}/stops`, stage);
    if (startsAt !== undefined) element(`${at}/startsAt`, startsAt);
    each(pauses, `${at}/pauses`, (place, pause) => {
      stage(`${place}/from`, pause.from);
      stage(`${place}/until`, pause.until);
    });
    if (extension !== undefined) stage(`${at}/extension/on`, extension.on);
  });
  each(pack.ledgers, '/ledgers', (at, { stages: of, columns }) => {
    each(of, `${at}/stages`, stage);
    each(columns, `${at}/columns`, element);
  });
  each(pack.balances, '/balances', (at, { entries }) =>
    each(entries, `${at}/entries`, (place, entry) => stage(`${place}/stage`, entry.stage)),
  );
  each(pack.filings, '/filings', (at, { stages: of, columns, clock }) => {
    each(of, `${at}/stages`, stage);
    each(columns, `${at}/columns`, (place, column) => element(`${place}/element`, column.element));
    if (clock !== undefined && !clocks.has(clock))
      add(`${at}/clock`, `没有期限“${clock}”`, `there is no clock ${clock}`);
  });
  each(pack.retention, '/retention', (at, { stages: of, after }) => {
    each(of, `${at}/stages`, stage);
    if (after !== 'event') element(`${at}/after`, after);
  });
  each(pack.publicPage.groups, '/publicPage/groups', (at, group) => {
    each(group.elements, `${at}/elements`, element);
    each(group.latest, `${at}/latest`, element);
    each(group.licences, `${at}/licences`, (place, id) => {
      if (!licences.has(id)) add(place, `没有许可“${id}”`, `there is no licence ${id}`);
    });
  });
  each(pack.absent, '/absent', (at, { source }) => {
    if (source !== undefined && pack.sources[source] === undefined)
      add(`${at}/source`, `没有来源“${source}”`, `there is no source ${source}`);
  });
}

function checkElements({ elements, codeLists }: Pack, { add }: Faults): void {
  for (const [id, { codeList, publicCodes = [], pattern, min, max, type, unit }] of Object.entries(elements)) {
    const at = `/elements/${id}`;
    const codes = new Set(codeLists[codeList ?? '']?.values.map(({ code }) => code));
    for (const [i, code] of publicCodes.entries())
      if (!codes.has(code)) add(`${at}/publicCodes/${i}`, `代码表中没有“${code}”`, `the list has no ${code}`);
    if (codeList !== undefined && codeLists[codeList] === undefined)
      add(`${at}/codeList`, `没有代码表“${codeList}”`, `there is no code list ${codeList}`);
    if (pattern !== undefined && !isPattern(pattern))
      add(`${at}/pattern`, '不是正则表达式', 'is no regular expression');
    else if (pattern !== undefined && !safeRegex(pattern))
      add(
        `${at}/pattern`,
        '重复之中又有重复，个别内容会算得太久，请改写',
        'has a repetition within a repetition, which takes too long on some texts: write it otherwise',
      );
    if ((min ?? max ?? unit) !== undefined && type !== 'number')
      add(at, '只有数值才有范围和单位', 'only a number has a range and a unit');
    if (min !== undefined && max !== undefined && min > max)
      add(at, '最小值大于最大值', 'the least is more than the most');
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

function checkExpressions(pack: Pack, { add }: Faults): void {
  const compile = expressionsOf(pack);
  const check = (pointer: string, text: string | undefined): void => {
    if (text === undefined) return;
    const compiled = compile(text);
    if (!compiled.ok)
      add(pointer, `条件无法使用：${compiled.fault}`, `the condition cannot be used: ${compiled.fault}`);
  };
  for (const [i, { event }] of pack.stages.entries()) {
    check(`/stages/${i}/event/when`, event.when);
    for (const [j, step] of event.bizSteps.entries()) {
      if (!isTerm(step, bizStepUri))
        add(`/stages/${i}/event/bizSteps/${j}`, `CBV 中没有业务步骤“${step}”`, `the CBV has no business step ${step}`);
    }
    for (const [j, disposition] of (event.dispositions ?? []).entries()) {
      if (!isTerm(disposition, dispositionUri))
        add(
          `/stages/${i}/event/dispositions/${j}`,
          `CBV 中没有状态“${disposition}”`,
          `the CBV has no disposition ${disposition}`,
        );
    }
  }
  for (const list of ['requirements', 'rules', 'licences', 'clocks'] as const) {
    for (const [i, { when }] of pack[list].entries()) check(`/${list}/${i}/when`, when);
  }
  for (const [i, { when }] of pack.publicPage.marks.entries()) check(`/publicPage/marks/${i}/when`, when);
  for (const [i, { entries }] of (pack.balances ?? []).entries()) {
    for (const [j, { when }] of entries.entries()) check(`/balances/${i}/entries/${j}/when`, when);
  }
}

const STANDARD = readContext(undefined);

/** A word that the CBV has, or a URI of somebody else's vocabulary. */
function isTerm(text: string, uriOf: (text: string, context: Context) => string): boolean {
  return text.includes(':') || uriOf(text, STANDARD) !== text;
}

function checkCircles(pack: Pack, { add }: Faults): void {
  const follows = new Map(pack.stages.map(({ id, follows: before = [] }) => [id, before]));
  for (const [i, { id }] of pack.stages.entries()) {
    if (leadsTo(id, id, follows))
      add(`/stages/${i}/follows`, `环节“${id}”最终又在自己之前`, `the stage ${id} comes before itself in the end`);
  }
  for (const [id, { values }] of Object.entries(pack.codeLists)) {
    const includes = new Map(values.map((value) => [value.code, value.includes ?? []]));
    for (const [i, { code }] of values.entries()) {
      for (const each of includes.get(code) ?? []) {
        if (!includes.has(each))
          add(`/codeLists/${id}/values/${i}/includes`, `代码表中没有“${each}”`, `the list has no ${each}`);
      }
      if (leadsTo(code, code, includes))
        add(`/codeLists/${id}/values/${i}/includes`, `“${code}”最终又包含自己`, `${code} takes in itself in the end`);
    }
    if (includes.size < values.length) add(`/codeLists/${id}/values`, '有重复的代码', 'a code comes twice');
  }
}

/** Whether one leads to the other, by one or more steps. */
function leadsTo(from: string, to: string, steps: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(steps.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(steps.get(next) ?? []));
  }
  return false;
}

function checkEffects(pack: Pack, { add }: Faults): void {
  for (const [i, { effect, confidence, when, check }] of pack.rules.entries()) {
    if (effect === 'refuse' && confidence === 'unverified')
      add(`/rules/${i}/effect`, '未经核实的规则不能拒收', 'a rule that is not verified refuses nothing');
    if ((when === undefined) === (check === undefined))
      add(`/rules/${i}`, '应有 when 或 check，且只有其一', 'has either when or check');
  }
  for (const [i, { need, when }] of pack.requirements.entries()) {
    if ((need === 'conditional') !== (when !== undefined))
      add(
        `/requirements/${i}`,
        '有条件的才有 when，且必须有',
        'has a condition where it is conditional, and only then',
      );
  }
  const types = new Map(pack.stages.map(({ id, event }) => [id, event.types] as const));
  for (const [i, { entries, quota }] of (pack.balances ?? []).entries()) {
    for (const [j, { stage, of }] of entries.entries()) {
      if (of !== undefined && types.get(stage)?.includes('TransformationEvent') === false)
        add(
          `/balances/${i}/entries/${j}/of`,
          `“${stage}”不是加工，没有投入和产出`,
          `${stage} makes nothing of anything: it has no input and no output`,
        );
    }
    if (quota !== undefined && !entries.some(({ effect }) => effect === quota))
      add(`/balances/${i}/quota`, '没有任何记录计入这个额度', 'no entry counts against it');
  }
  for (const [i, { within, dayOfNextMonth }] of pack.clocks.entries()) {
    if (dayOfNextMonth !== undefined && within.amount !== 0)
      add(`/clocks/${i}/within`, '按月到期的期限，within 应为 0', 'is 0 of a clock that is due on a day of the month');
  }
}
