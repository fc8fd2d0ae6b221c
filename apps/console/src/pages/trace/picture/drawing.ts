/** Where everything of a picture stands, for the page, the SVG and the PNG alike. Pure. */
import { fitText } from './fit-text.ts';
import type { PictureLink } from './join-links.ts';
import type { Laid } from './layered.ts';

export interface BoxText {
  readonly title: string;
  readonly lines: readonly string[];
  /** What is wrong in it, in words. */
  readonly marks: string;
  /** That it was asked for, in words; '' where it was not. */
  readonly start: string;
  /** All of it, for whoever hears it. */
  readonly label: string;
}

export interface Box extends BoxText {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** One unit, or some, of a box that was taken apart. */
  readonly isApart: boolean;
}

export interface Way {
  readonly key: string;
  /** Of an SVG path: the line and the head of its arrow. */
  readonly path: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | undefined;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
  readonly width: number;
  readonly height: number;
}

export const BOX_WIDTH = 216;
export const [TITLE_SIZE, TEXT_SIZE, LABEL_SIZE] = [14, 12, 11];
export const PAD = 12;
const LINE = 19;

export const boxHeight = ({ lines, marks, start }: BoxText): number =>
  2 * 10 + LINE * (1 + lines.length + (marks === '' ? 0 : 1) + (start === '' ? 0 : 1));

interface ToDraw {
  readonly nodes: readonly { readonly id: string; readonly outOf: string | undefined }[];
  readonly texts: readonly BoxText[];
  readonly links: readonly PictureLink[];
  /** By the numbers of the links. */
  readonly labels: readonly string[];
}

export function drawingOf({ nodes, texts, links, labels }: ToDraw, laid: Laid): Drawing {
  const boxes = nodes.flatMap(({ id, outOf }, index): readonly Box[] => {
    const [text, corner] = [texts[index], laid.nodes[index]];
    if (text === undefined || corner === undefined) return [];
    return [{ ...text, ...corner, id, height: boxHeight(text), isApart: outOf !== undefined }];
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const ways = links.flatMap(({ from, to }, index) => {
    const ends = { from: byId.get(from), to: byId.get(to) };
    if (ends.from === undefined || ends.to === undefined) return [];
    const points = wayPoints(ends.from, ends.to, laid.links[index] ?? []);
    return [wayOf(`${from} ${to}`, points, labels[index] ?? '')];
  });
  return { boxes, ways, width: laid.width, height: laid.height };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From side to side; back to the left where something came back. */
function wayPoints(from: Box, to: Box, between: readonly Point[]): readonly Point[] {
  const isBack = from.x > to.x;
  const side = (box: Box, isRight: boolean): Point => ({
    x: box.x + (isRight ? BOX_WIDTH : 0),
    y: box.y + box.height / 2,
  });
  // Of a link that leads back, each column is passed from its right side.
  const passed = isBack
    ? between.map((point, index) => between[index % 2 === 0 ? index + 1 : index - 1] ?? point)
    : between;
  return [side(from, !isBack), ...passed, side(to, isBack)];
}

function wayOf(key: string, points: readonly Point[], text: string): Way {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  const parts = [`M${at(first)}`];
  let before = first;
  for (const point of rest) {
    const bend = (point.x - before.x) / 2;
    parts.push(`C${at({ x: before.x + bend, y: before.y })} ${at({ x: point.x - bend, y: point.y })} ${at(point)}`);
    before = point;
  }
  const back = (rest.at(-2) ?? first).x > before.x ? 8 : -8;
  parts.push(
    `M${at({ x: before.x + back, y: before.y - 4 })}L${at(before)}L${at({ x: before.x + back, y: before.y + 4 })}`,
  );
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  // Between the first two points there is no box.
  const next = rest[0] ?? first;
  return {
    ...{ key, path: parts.join('') },
    ...{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
    label: text === '' ? undefined : { text, x: (first.x + next.x) / 2, y: (first.y + next.y) / 2 - 4 },
  };
}

const at = ({ x, y }: Point): string => `${Math.round(x)},${Math.round(y)}`;

export interface Line {
  readonly kind: 'title' | 'text' | 'mark' | 'start';
  readonly text: string;
  readonly x: number;
  /** Of its base. */
  readonly y: number;
  /** Before a mark, and before what was asked for: not by colour alone. */
  readonly sign: string | undefined;
}

/** What stands in a box, cut to its width. */
export function linesOf(box: Box): readonly Line[] {
  const told = [
    { kind: 'title' as const, text: box.title },
    ...box.lines.map((text) => ({ kind: 'text' as const, text })),
    ...(box.start === '' ? [] : [{ kind: 'start' as const, text: box.start }]),
    ...(box.marks === '' ? [] : [{ kind: 'mark' as const, text: box.marks }]),
  ];
  return told.map(({ kind, text }, index) => {
    const isSigned = kind === 'mark' || kind === 'start';
    const [left, y] = [box.x + PAD, box.y + 10 + LINE * index + 14];
    const x = isSigned ? left + 17 : left;
    const fitted = fitText(text, box.x + BOX_WIDTH - PAD - x, kind === 'title' ? TITLE_SIZE : TEXT_SIZE);
    return { kind, text: fitted, x, y, sign: isSigned ? SIGNS[kind](Math.round(left), Math.round(y)) : undefined };
  });
}

/** A triangle with a bar and a dot, and a ring with a dot: no font need have them. Filled even-odd. */
const SIGNS = {
  mark: (x: number, y: number) =>
    `M${x},${y + 1}h13l-6.5,-12zM${x + 5.7},${y - 7}h1.6v4h-1.6zM${x + 5.7},${y - 2}h1.6v1.6h-1.6z`,
  start: (x: number, y: number) => `${ring(x + 6, y - 4, 6)}${ring(x + 6, y - 4, 4)}${ring(x + 6, y - 4, 2)}`,
};
const ring = (x: number, y: number, r: number): string =>
  `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
