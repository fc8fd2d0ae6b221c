/** A layout with the values of one label: ready to be drawn, or every reason why it cannot be. */
import type { Text } from '@suyuan/codes';
import { type Rectangle, type Surface, sidesOf } from '../paper/surface.ts';
import { drawText, setText, type TextBlock } from '../paper/text-block.ts';
import { unprintable } from '../paper/typeface.ts';
import type { FaultReason, LabelFault } from './fault.ts';
import { fieldFaults, isOf, namesOf } from './field-faults.ts';
import { fieldsIn, fill } from './fill.ts';
import { gs1Data } from './gs1-data.ts';
import { gs1Words } from './gs1-words.ts';
import type { LabelValues, Layout, SymbolItem, TextItem } from './layout.ts';
import { madeSymbol } from './symbol/made-symbol.ts';
import { rectanglesOf } from './symbol/modules.ts';

export interface ReadyLabel {
  draw(surface: Surface): void;
}

export type PreparedLabel =
  | { readonly ok: true; readonly value: ReadyLabel }
  | { readonly ok: false; readonly faults: readonly LabelFault[] };

type Step = (surface: Surface) => void;

/** @param dpmm dots of the printer to the millimetre: a module of a symbol is a whole number of them. */
export async function prepareLabel(layout: Layout, values: LabelValues, dpmm: number): Promise<PreparedLabel> {
  const faults: LabelFault[] = [...fieldFaults(layout, values)];
  const steps: Step[] = [];
  if (faults.length > 0) return { ok: false, faults };
  for (const [index, item] of layout.items.entries()) {
    switch (item.kind) {
      case 'text': {
        if (isLeftOut(item, values)) break;
        const block: TextBlock = { ...item, text: fill(item.text, values) };
        const fault = textFault(item, block, values);
        if (fault === undefined) steps.push((surface) => drawText(surface, block));
        else faults.push({ ...fault, item: index });
        break;
      }
      case 'symbol': {
        const made = await symbolRectangles(item, values, dpmm);
        if (Array.isArray(made)) steps.push((surface) => surface.fill(made));
        else faults.push(...made.faults.map((fault) => ({ ...fault, item: index })));
        break;
      }
      case 'line':
        steps.push((surface) => surface.fill([item]));
        break;
      case 'box':
        steps.push((surface) => surface.fill(sidesOf(item, item.thicknessMm)));
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { draw: (surface) => steps.forEach((step) => void step(surface)) } };
}

/** A caption of nothing. */
function isLeftOut({ text }: TextItem, values: LabelValues): boolean {
  const fields = fieldsIn(text);
  return fields.length > 0 && fields.every((field) => (values[field] ?? '').trim() === '');
}

function textFault(item: TextItem, block: TextBlock, values: LabelValues): LabelFault | undefined {
  const set = setText(block);
  if (!('reason' in set)) return undefined;
  const fields = fieldsIn(item.text);
  if (set.reason === 'does-not-fit') {
    return { reason: set.reason, fields, message: words(set.reason, block.text) };
  }
  const culprits = fields.filter((field) => unprintable(values[field] ?? '', item.weight).length > 0);
  return { reason: set.reason, fields: culprits, message: words(set.reason, set.characters.map(named).join(' ')) };
}

async function symbolRectangles(
  item: SymbolItem,
  values: LabelValues,
  dpmm: number,
): Promise<Rectangle[] | { readonly faults: readonly LabelFault[] }> {
  const fields = fieldsIn(item.text);
  const refused = (reason: FaultReason, text: string) => ({
    faults: [{ reason, fields, message: words(reason, text) }],
  });
  const isGs1 = item.symbology === 'gs1-128' || item.symbology === 'gs1-datamatrix';
  const { data, faults } = isGs1 ? gs1Data(item.text, values) : { data: fill(item.text, values), faults: [] };
  if (faults.length > 0)
    return { faults: faults.map((fault) => ({ reason: 'gs1', fields, message: gs1Words(fault) })) };
  // Of nothing but fields that may be left out, and all of them are.
  if (data === '') return [];
  if (item.schemes !== undefined && !isOf(item.schemes, data)) {
    const { zh, en } = namesOf(item.schemes);
    const message = { zh: `内容组不成${zh}`, en: `What is filled in makes no ${en}` };
    return { faults: [{ reason: 'code', fields, message }] };
  }
  const made = await madeSymbol(item.symbology, data);
  if ('reason' in made) return refused(made.reason, data);
  const rectangles = rectanglesOf(made.modules, item, dpmm);
  return rectangles === undefined ? refused('too-small', data) : [...rectangles];
}

/** An unusual character may not show on a screen either, so that its number stands beside it. */
function named(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
}

function words(reason: FaultReason, text: string): Text {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  switch (reason) {
    case 'character':
      return { zh: `字体中没有这些字符：${shown}`, en: `The typeface has no such character: ${shown}` };
    case 'does-not-fit':
      return { zh: `文字放不下：${shown}`, en: `The text does not fit: ${shown}` };
    case 'too-small':
      return {
        zh: `条码内容过多，放得下时已小到扫不出：${shown}`,
        en: `The symbol holds so much that it would be too small to be read: ${shown}`,
      };
    case 'not-read-back':
      return {
        zh: `条码印出后读不回原内容：${shown}`,
        en: `The symbol does not read back as what it was made of: ${shown}`,
      };
    default:
      return { zh: `这种条码装不下或不能表示：${shown}`, en: `A symbol of this kind cannot hold this: ${shown}` };
  }
}
