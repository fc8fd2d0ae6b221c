/** What may be wrong with a cell, in words for whoever filled it in. */
import type { Choice, Words } from './column-spec.ts';

/** Shown of what somebody wrote. */
const SHOWN_CHARS = 40;
const shown = (text: string): string => (text.length <= SHOWN_CHARS ? text : `${text.slice(0, SHOWN_CHARS)}…`);

export const FAULTS = {
  missing: (): Words => ({ zh: '不能为空', en: 'There is nothing here' }),
  unreckoned: (): Words => ({
    zh: '公式没有保存计算结果：请用 Excel 或 WPS 打开并保存，或改为固定的值',
    en: 'The result of the formula was not saved: open and save the file in Excel or WPS, or put the value itself there',
  }),
  error: (text: string): Words => ({
    zh: `单元格是错误值 ${shown(text)}：请改正公式，或改为固定的值`,
    en: `The cell is the error ${shown(text)}: mend the formula, or put the value itself there`,
  }),
  day: (text: string): Words => ({
    zh: `“${shown(text)}”不是日期：请写成 2026-01-05`,
    en: `“${shown(text)}” is no date: write it as 2026-01-05`,
  }),
  ambiguousDay: (text: string): Words => ({
    zh: `“${shown(text)}”分不清年、月、日：请把四位数的年写在最前，如 2026-01-05`,
    en: `“${shown(text)}” may be several dates: write the year first, in four digits, as in 2026-01-05`,
  }),
  number: (text: string, mayHaveUnit: boolean): Words => ({
    zh: `“${shown(text)}”不是数字${mayHaveUnit ? '，或单位认不出：请写成 25 或 25 千克' : ''}`,
    en: `“${shown(text)}” is no number${mayHaveUnit ? ', or its unit is not known: write 25, or 25 kg' : ''}`,
  }),
  lostDigits: (): Words => ({
    zh: 'Excel 只保留 15 位数字，编码的末尾已丢失：请先把整列设为“文本”格式，再从原处重新填写',
    en: 'Excel keeps 15 digits of a number, and the end of this code is lost: make the column text first, then fill the code in anew',
  }),
  choice: (text: string, choices: readonly Choice[], of: (choice: Choice) => string): Words => {
    const some = choices.slice(0, 10).map(of);
    const more = choices.length > some.length;
    return {
      zh: `没有“${shown(text)}”，可填：${some.join('、')}${more ? '等' : ''}`,
      en: `There is no “${shown(text)}”; to choose from: ${some.join(', ')}${more ? ', …' : ''}`,
    };
  },
};

export const NOTES = {
  zeroLost: (digits: number): Words => ({
    zh: `编码应为 ${digits} 位，而单元格是位数较少的数字：开头的 0 可能已被 Excel 去掉`,
    en: `The code has ${digits} digits, and the cell is a number of fewer: Excel may have taken zeros off its beginning`,
  }),
};
