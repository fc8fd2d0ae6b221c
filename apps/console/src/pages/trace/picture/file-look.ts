import { LABEL_SIZE, TEXT_SIZE, TITLE_SIZE } from './drawing.ts';

/** How a picture looks that is saved: light, for it goes into documents and onto paper. */
export const LOOK = {
  ground: '#ffffff',
  border: '#7d918a',
  way: '#7d918a',
  title: '#14211d',
  text: '#50615b',
  start: '#0b6b57',
  mark: '#a3261c',
};

/** Fonts that machines have; each has one of them for Chinese. */
export const FONTS =
  "system-ui, -apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', " +
  "'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'Noto Sans SC Variable', sans-serif";

export const SIZES = { title: TITLE_SIZE, text: TEXT_SIZE, start: TEXT_SIZE, mark: TEXT_SIZE, label: LABEL_SIZE };

/** Around the picture. */
export const MARGIN = 24;
