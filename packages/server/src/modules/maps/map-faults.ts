/** What may be wrong with a map, in words. */
import type { Finding } from '@suyuan/epcis';

interface Place {
  readonly line: number;
  readonly column: number;
  /** Name of the element. */
  readonly element?: string | undefined;
}

/** `{what}` is what is at fault. */
const TEXTS = {
  syntax: { zh: '不是完整的 XML：{what}', en: 'is not well-formed XML: {what}' },
  doctype: { zh: '不能有 DOCTYPE 声明，也不能定义实体', en: 'must have no DOCTYPE and declare no entities' },
  instruction: { zh: '不能有处理指令“{what}”', en: 'must have no processing instruction “{what}”' },
  root: { zh: '最外层应为 svg', en: 'the outermost element must be svg' },
  namespace: {
    zh: 'svg 应写明 xmlns="http://www.w3.org/2000/svg"',
    en: 'svg must say xmlns="http://www.w3.org/2000/svg"',
  },
  element: { zh: '不能使用此元素', en: 'this element is not allowed' },
  place: { zh: '此元素不能放在 {what} 里', en: 'this element may not stand in {what}' },
  attribute: { zh: '不能使用属性 {what}', en: 'the attribute {what} is not allowed' },
  attributes: { zh: '一个元素的属性超过 {what} 个', en: 'an element has more than {what} attributes' },
  value: { zh: '属性 {what} 的值不符合要求', en: 'the value of {what} is not allowed' },
  needed: { zh: '缺少属性 {what}', en: 'the attribute {what} is missing' },
  text: { zh: '文字只能放在 text 里', en: 'words may stand in text only' },
  depth: { zh: '嵌套超过 {what} 层', en: 'elements are nested deeper than {what}' },
  elements: { zh: '元素超过 {what} 个', en: 'there are more than {what} elements' },
  region: { zh: 'data-region 的值 {what} 不是省级行政区代码', en: 'data-region {what} is no code of a province' },
  twice: {
    zh: '{what} 出现了两次；几块合成一个省的，请放在同一个 g 里',
    en: '{what} is there twice: put all that makes one province into one g',
  },
  nested: { zh: '一个省不能放在另一个省里', en: 'a province may not stand in another' },
  empty: { zh: '{what} 里没有图形', en: 'there is no shape in {what}' },
  missing: { zh: '缺少 {what}', en: '{what} is missing' },
} as const;

export type MapRule = keyof typeof TEXTS;
type Said = string | { readonly zh: string; readonly en: string };

/** One thing that is wrong; of the whole file where no place is given. */
export function mapFault(rule: MapRule, what: Said = '', place?: Place): Finding {
  const { zh, en } = typeof what === 'string' ? { zh: what, en: what } : what;
  const said = { zh: TEXTS[rule].zh.replace('{what}', zh), en: TEXTS[rule].en.replace('{what}', en) };
  const at = place === undefined ? { zh: '', en: 'The file: ' } : placeWords(place);
  return { pointer: '/svg', rule: `map.${rule}`, message: { zh: at.zh + said.zh, en: at.en + said.en } };
}

function placeWords({ line, column, element }: Place): { readonly zh: string; readonly en: string } {
  const of = element === undefined ? '' : ` <${element}>`;
  return { zh: `第 ${line} 行第 ${column} 列${of}：`, en: `Line ${line}, column ${column}${of}: ` };
}
