/** What is wrong with a layout by itself, for whoever makes layouts. */
import { APPLICATION_IDENTIFIERS, schemeOf, type Text } from '@suyuan/codes';
import { unprintable } from '../paper/typeface.ts';
import { placesIn } from './fill.ts';
import { elementsOf } from './gs1-data.ts';
import { type Item, type Layout, SYMBOLOGIES } from './layout.ts';

export interface LayoutFault {
  /** RFC 6901 JSON pointer. */
  readonly pointer: string;
  readonly message: Text;
}

const SIDE_MOST_MM = 420; // the longer side of A3
const SIZE_LEAST_PT = 4; // 1.4 mm: smaller Chinese is a grey bar on a label printer
const ITEMS_MAX = 200; // the fullest label has a tenth
const ID = /^[A-Za-z][A-Za-z0-9]*$/;

export function checkLayout(layout: Layout): readonly LayoutFault[] {
  const faults: LayoutFault[] = [];
  for (const side of ['widthMm', 'heightMm'] as const) {
    if (!(layout[side] > 0 && layout[side] <= SIDE_MOST_MM)) {
      const message = {
        zh: `须大于 0、不超过 ${SIDE_MOST_MM} 毫米`,
        en: `must be above 0 and at most ${SIDE_MOST_MM} mm`,
      };
      faults.push({ pointer: `/${side}`, message });
    }
  }
  const ids = new Set<string>();
  for (const [index, { id, schemes = [] }] of layout.fields.entries()) {
    const pointer = `/fields/${index}/id`;
    for (const scheme of schemes.filter((each) => schemeOf(each) === undefined)) {
      const message = { zh: `没有编码 ${scheme}`, en: `names a scheme that is not there: ${scheme}` };
      faults.push({ pointer: `/fields/${index}/schemes`, message });
    }
    if (!ID.test(id)) faults.push({ pointer, message: { zh: '须为英文字母与数字', en: 'must be letters and digits' } });
    if (ids.has(id)) faults.push({ pointer, message: { zh: '字段重复', en: 'stands there twice' } });
    ids.add(id);
  }
  if (layout.items.length > ITEMS_MAX) {
    faults.push({ pointer: '/items', message: { zh: `不超过 ${ITEMS_MAX} 项`, en: `at most ${ITEMS_MAX} items` } });
  }
  for (const [index, item] of layout.items.slice(0, ITEMS_MAX).entries()) {
    for (const message of itemFaults(layout, item)) faults.push({ pointer: `/items/${index}`, message });
  }
  return faults;
}

function itemFaults(layout: Layout, item: Item): readonly Text[] {
  const faults: Text[] = [];
  const { xMm, yMm, widthMm, heightMm } = item;
  const isWithin =
    xMm >= 0 && yMm >= 0 && xMm + widthMm <= layout.widthMm + 0.01 && yMm + heightMm <= layout.heightMm + 0.01;
  if (!(isWithin && widthMm > 0 && heightMm > 0)) {
    faults.push({ zh: '超出标签范围', en: 'does not stand within the label' });
  }
  if (item.kind === 'box' && !(item.thicknessMm > 0)) faults.push({ zh: '线宽须大于 0', en: 'has no thickness' });
  if (!('text' in item)) return faults;
  faults.push(...placeFaults(layout, item.text));
  if (item.kind === 'text') {
    const least = Math.min(item.sizePt, item.sizeLeastPt ?? item.sizePt);
    if (!(least >= SIZE_LEAST_PT))
      faults.push({ zh: `字号不小于 ${SIZE_LEAST_PT} 磅`, en: `is set below ${SIZE_LEAST_PT} pt` });
    const missing = unprintable(item.text, item.weight);
    if (missing.length > 0) {
      const shown = missing.join(' ');
      faults.push({ zh: `字体中没有：${shown}`, en: `has what the typeface lacks: ${shown}` });
    }
  } else {
    faults.push(...symbologyFaults(item.symbology, item.text));
    for (const scheme of (item.schemes ?? []).filter((each) => schemeOf(each) === undefined)) {
      faults.push({ zh: `没有编码 ${scheme}`, en: `names a scheme that is not there: ${scheme}` });
    }
  }
  return faults;
}

function placeFaults(layout: Layout, text: string): readonly Text[] {
  const faults: Text[] = [];
  for (const { whole, field, choice, format } of placesIn(text)) {
    const known = layout.fields.find(({ id }) => id === field);
    const hasChoice = choice === undefined || known?.choices?.some(({ id }) => id === choice) === true;
    if (known === undefined) faults.push({ zh: `没有字段 ${whole}`, en: `names a field that is not there: ${whole}` });
    else if (!hasChoice) faults.push({ zh: `没有选项 ${whole}`, en: `names a choice that is not there: ${whole}` });
    if (format !== undefined && format !== 'yymmdd') {
      faults.push({ zh: `没有格式 ${whole}`, en: `names a format that is not there: ${whole}` });
    }
  }
  return faults;
}

function symbologyFaults(symbology: string, text: string): readonly Text[] {
  if (!SYMBOLOGIES.some((known) => known === symbology)) {
    return [{ zh: `没有条码 ${symbology}`, en: `is of a kind that is not there: ${symbology}` }];
  }
  if (!symbology.startsWith('gs1-')) return [];
  const elements = elementsOf(text);
  if (elements?.every(({ ai }) => APPLICATION_IDENTIFIERS.has(ai)) === true) return [];
  return [
    { zh: '须写成带括号的 GS1 标识符，如 (01){gtin}', en: 'must be GS1 elements in brackets such as (01){gtin}' },
  ];
}
