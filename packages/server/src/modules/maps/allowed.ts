/** What a map may be drawn with: which elements, which of their attributes, and what form these have. All else is refused. */
import { MAP_SHAPES } from '@suyuan/api/maps';
import { countNumbers, isPathData } from './path-data.ts';

/** As it is kept; undefined where its form is another. */
type Reader = (value: string) => string | undefined;

const when =
  (isRight: (value: string) => boolean): Reader =>
  (given) => {
    const value = given.trim();
    return isRight(value) ? value : undefined;
  };
const oneOf = (...words: readonly string[]): Reader => when((value) => words.includes(value));
const number = when((value) => countNumbers(value) === 1);
const size: Reader = (value) => {
  const bare = number(value.trim().replace(/px$/, ''));
  return bare !== undefined && Number(bare) >= 0 ? bare : undefined;
};
const numbers = when((value) => value === 'none' || countNumbers(value) !== undefined);
const points = when((value) => {
  const count = countNumbers(value) ?? 0;
  return count >= 4 && count % 2 === 0;
});
const viewBox = when((value) => {
  const [, , width = 0, height = 0] = value.split(/[\s,]+/).map(Number);
  return countNumbers(value) === 4 && width > 0 && height > 0;
});
/** The sixteen names of HTML 4, and how colours are written otherwise. */
const COLOUR =
  /^(none|#[0-9a-f]{3}|#[0-9a-f]{6}|rgb\((\s*\d{1,3}\s*,){2}\s*\d{1,3}\s*\)|black|silver|gray|grey|white|maroon|red|purple|fuchsia|green|lime|olive|yellow|navy|blue|teal|aqua)$/i;
const colour = when((value) => COLOUR.test(value));

/** By function, how many numbers it may take. */
const TRANSFORMS: Readonly<Record<string, readonly number[]>> = {
  ...{ translate: [1, 2], scale: [1, 2], rotate: [1, 3], matrix: [6], skewX: [1], skewY: [1] },
};
const TRANSFORM = /([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/y;
const transform = when((value) => {
  for (let at = 0; at < value.length; at = TRANSFORM.lastIndex) {
    TRANSFORM.lastIndex = at;
    const [, name = '', given = ''] = TRANSFORM.exec(value) ?? [];
    const counts = Object.hasOwn(TRANSFORMS, name) ? TRANSFORMS[name] : undefined;
    if (counts?.includes(countNumbers(given) ?? 0) !== true) return false;
  }
  return value !== '';
});

const LOOKS: Readonly<Record<string, Reader>> = {
  ...{ transform, fill: colour, stroke: colour, 'stroke-width': size, 'stroke-dasharray': numbers },
  'stroke-linejoin': oneOf('miter', 'round', 'bevel'),
  'stroke-linecap': oneOf('butt', 'round', 'square'),
  'stroke-miterlimit': number,
  'fill-rule': oneOf('nonzero', 'evenodd'),
};
const LETTERS: Readonly<Record<string, Reader>> = {
  'font-size': size,
  'font-weight': when((value) => /^(normal|bold|[1-9]00)$/.test(value)),
  'text-anchor': oneOf('start', 'middle', 'end'),
};
const AT: Readonly<Record<string, Reader>> = { x: number, y: number, dx: number, dy: number };
/** Whose province; the code is looked at where it is known which there are. */
const REGION: Readonly<Record<string, Reader>> = { 'data-region': when((value) => value !== '') };

const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  svg: { viewBox, ...LOOKS, ...LETTERS },
  g: { ...LOOKS, ...LETTERS, ...REGION },
  path: { d: when(isPathData), ...LOOKS, ...REGION },
  polygon: { points, ...LOOKS, ...REGION },
  polyline: { points, ...LOOKS },
  rect: { x: number, y: number, width: size, height: size, rx: size, ry: size, ...LOOKS, ...REGION },
  circle: { cx: number, cy: number, r: size, ...LOOKS, ...REGION },
  ellipse: { cx: number, cy: number, rx: size, ry: size, ...LOOKS, ...REGION },
  line: { x1: number, y1: number, x2: number, y2: number, ...LOOKS },
  text: { ...AT, ...LOOKS, ...LETTERS },
  tspan: { ...AT, fill: colour, ...LETTERS },
  title: {},
  desc: {},
};

/** Of the file itself, which is drawn as wide as the page. */
const PASSED_OVER_OF_ROOT: ReadonlySet<string> = new Set(['width', 'height', 'xmlns', 'version']);

/** Without which there is nothing to see. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  ...{ svg: ['viewBox'], path: ['d'], polygon: ['points'], polyline: ['points'], rect: ['width', 'height'] },
  ...{ circle: ['r'], ellipse: ['rx', 'ry'] },
};

const SHAPES: readonly string[] = MAP_SHAPES;
const isInText = (parent: string): boolean => parent === 'text' || parent === 'tspan';

export const isElement = (name: string): boolean => Object.hasOwn(ATTRIBUTES, name);
/** Whether an element may stand in another; '' where there is none around it. */
export function mayStandIn(name: string, parent: string): boolean {
  if (name === 'svg') return parent === '';
  if (name === 'title' || name === 'desc') return parent !== '' && parent !== 'title' && parent !== 'desc';
  if (name === 'tspan') return isInText(parent);
  return (parent === 'svg' || parent === 'g') && (SHAPES.includes(name) || name === 'g' || name === 'text');
}

/** `unknown`: not allowed there. `form`: of another form. `passed`: allowed, and not kept. */
type ReadAttribute = { readonly is: 'kept'; readonly value: string } | { readonly is: 'unknown' | 'form' | 'passed' };

export function readAttribute(element: string, name: string, value: string): ReadAttribute {
  if (name === 'id' || (element === 'svg' && PASSED_OVER_OF_ROOT.has(name))) return { is: 'passed' };
  const readers = ATTRIBUTES[element] ?? {};
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader === undefined) return { is: 'unknown' };
  const read = reader(value);
  return read === undefined ? { is: 'form' } : { is: 'kept', value: read };
}
