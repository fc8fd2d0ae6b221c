/** What a stage has to hold: elements that are missing, and values outside of their domain. */
import type { ElementValue, Truth } from '../expression.ts';
import { isInForce } from '../pack/in-force.ts';
import type { Pack, PackElement } from '../pack/pack.ts';
import type { Words } from '../pack/parts.ts';
import { found, type Judging, type PackFinding } from './judging.ts';

export function ofElements(event: Judging): PackFinding[] {
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
