/** What is wrong with the values of a label, whatever it is printed on. */
import { schemeOf, type Text } from '@suyuan/codes';
import type { LabelFault } from './fault.ts';
import { isDay, placesIn } from './fill.ts';
import type { LabelField, LabelValues, Layout } from './layout.ts';

export function fieldFaults(layout: Layout, values: LabelValues): readonly LabelFault[] {
  const days = daysOf(layout);
  const faults = layout.fields.flatMap((field) => {
    const fault = faultOf(field, values[field.id] ?? '', days.has(field.id));
    return fault === undefined ? [] : [fault];
  });
  const refused = faults.length > 0 ? undefined : layout.refuse?.(values);
  return refused === undefined ? faults : [{ reason: 'contradiction', ...refused }];
}

function faultOf(field: LabelField, value: string, isDayAsked: boolean): LabelFault | undefined {
  const { id, name, isOptional, choices } = field;
  const fields = [id];
  if (value.trim() === '') {
    if (isOptional === true) return undefined;
    return { reason: 'field-missing', fields, message: { zh: `缺少「${name.zh}」`, en: `${name.en} is missing` } };
  }
  if (choices !== undefined && !choices.some((choice) => choice.id === value)) {
    const zh = choices.map((choice) => choice.name.zh).join('、');
    const en = choices.map((choice) => choice.name.en).join(', ');
    return {
      reason: 'choice',
      fields,
      message: { zh: `「${name.zh}」只能是：${zh}`, en: `${name.en} is one of: ${en}` },
    };
  }
  if (isDayAsked && !isDay(value)) {
    const zh = `「${name.zh}」应为日期，如 2026-11-28`;
    return { reason: 'date', fields, message: { zh, en: `${name.en} must be a day such as 2026-11-28` } };
  }
  return formFault(field, value);
}

function formFault({ id, name, schemes, isAddress }: LabelField, value: string): LabelFault | undefined {
  if (isAddress === true && !isWebAddress(value)) {
    const zh = `「${name.zh}」应为网址，如 https://example.cn/q/`;
    return { reason: 'address', fields: [id], message: { zh, en: `${name.en} must be a web address` } };
  }
  if (schemes === undefined || isOf(schemes, value)) return undefined;
  const named = namesOf(schemes);
  const message = { zh: `「${name.zh}」不是${named.zh}：${value}`, en: `${name.en} is no ${named.en}: ${value}` };
  return { reason: 'code', fields: [id], message };
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(value) && URL.canParse(value);
}

/** As it stands: a code that is spelled otherwise is another text in a symbol. */
export function isOf(schemes: readonly string[], value: string): boolean {
  return schemes.some((id) => schemeOf(id)?.isValid(value) === true);
}

export function namesOf(schemes: readonly string[]): Text {
  const names = schemes.flatMap((id) => schemeOf(id)?.name ?? []);
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

/** The fields of which GS1's form of a day is made. */
function daysOf(layout: Layout): ReadonlySet<string> {
  const places = layout.items.flatMap((item) => ('text' in item ? placesIn(item.text) : []));
  return new Set(places.filter(({ format }) => format === 'yymmdd').map(({ field }) => field));
}
