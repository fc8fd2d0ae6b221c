/** What is wrong with the values of a label, whatever it is printed on. */
import type { LabelFault } from './fault.ts';
import { isDay, placesIn } from './fill.ts';
import type { LabelField, LabelValues, Layout } from './layout.ts';

export function fieldFaults(layout: Layout, values: LabelValues): readonly LabelFault[] {
  const days = daysOf(layout);
  return layout.fields.flatMap((field) => {
    const fault = faultOf(field, values[field.id] ?? '', days.has(field.id));
    return fault === undefined ? [] : [fault];
  });
}

function faultOf(
  { id, name, isOptional, choices }: LabelField,
  value: string,
  isDayAsked: boolean,
): LabelFault | undefined {
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
  return undefined;
}

/** The fields of which GS1's form of a day is made. */
function daysOf(layout: Layout): ReadonlySet<string> {
  const places = layout.items.flatMap((item) => ('text' in item ? placesIn(item.text) : []));
  return new Set(places.filter(({ format }) => format === 'yymmdd').map(({ field }) => field));
}
