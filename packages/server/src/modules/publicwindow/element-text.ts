/** What an element of a pack says, in words that a person reads. Pure. */
import type { Language } from '@suyuan/api';
import { dayOf, type ElementValue, type Pack } from '@suyuan/profiles';
import { shownText } from './extensions.ts';

/** Codes of UN/ECE Recommendation 20 that elements of packs have. */
const UNITS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  KGM: { zh: '千克', en: 'kg' },
  LTR: { zh: '升', en: 'l' },
  CEL: { zh: '℃', en: '°C' },
  DAY: { zh: '天', en: 'days' },
  MON: { zh: '个月', en: 'months' },
};

export function elementText(
  { elements, codeLists }: Pick<Pack, 'elements' | 'codeLists'>,
  { id, value, lang }: { readonly id: string; readonly value: ElementValue; readonly lang: Language },
): string {
  const element = elements[id];
  const words = (code: string): string => {
    const list = element?.codeList === undefined ? undefined : codeLists[element.codeList];
    return list?.values.find((each) => each.code === code)?.name[lang] ?? shownText(code);
  };
  if (value instanceof Date) return element?.type === 'dateTime' ? momentText(value, lang) : dayOf(value.getTime());
  if (typeof value === 'boolean') return (value ? YES : NO)[lang];
  if (typeof value === 'number') return withUnit(value, element?.unit, lang);
  if (typeof value === 'string') return words(value);
  return value.map(words).join(lang === 'zh' ? '、' : ', ');
}

const YES = { zh: '是', en: 'Yes' };
const NO = { zh: '否', en: 'No' };

function withUnit(value: number, unit: string | undefined, lang: Language): string {
  return unit === undefined ? String(value) : `${value} ${UNITS[unit]?.[lang] ?? unit}`;
}

/** In China; at midnight it is the day that was meant. */
function momentText(at: Date, lang: Language): string {
  const time = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' },
  }).format(at);
  const day = dayOf(at.getTime());
  return time === '00:00' ? day : `${day} ${time}`;
}
