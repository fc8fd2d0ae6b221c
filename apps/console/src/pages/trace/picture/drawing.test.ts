import { expect, test } from 'vitest';
import { BOX_WIDTH, type BoxText, drawingOf, linesOf } from './drawing.ts';
import { fitText } from './fit-text.ts';
import type { PictureLink } from './join-links.ts';
import { layered } from './layered.ts';
import { svgOf } from './svg-file.ts';

const textOf = (title: string, more: Partial<BoxText> = {}): BoxText => ({
  ...{ title, lines: ['牛奶'], marks: '', start: '', label: title },
  ...more,
});
const link = (from: string, to: string): PictureLink => ({ from, to, kinds: ['moved'], units: 1, amounts: new Map() });

function drawn() {
  const texts = [
    textOf('牧场'),
    textOf('<工厂 & "仓库">', { marks: '已召回' }),
    textOf('门店', { start: '查询的货物' }),
  ];
  const nodes = ['a', 'b', 'c'].map((id) => ({ id, outOf: undefined }));
  const links = [link('a', 'b'), link('b', 'c'), link('c', 'a')];
  const graph = {
    nodes: texts.map(() => ({ width: BOX_WIDTH, height: 80 })),
    links: [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 0 },
    ],
  };
  return drawingOf({ nodes, texts, links, labels: ['500 千克', '', ''] }, layered(graph));
}

test('a link leads from the right side of its box to the left side of the next; one that comes back, the other way', () => {
  const { ways, boxes } = drawn();
  expect(ways.map(({ path }) => /^M(\d+),/.exec(path)?.[1]).map(Number)).toEqual([
    BOX_WIDTH,
    (boxes[1]?.x ?? 0) + BOX_WIDTH,
    boxes[2]?.x,
  ]);
  expect(ways[0]?.label?.text).toBe('500 千克');
  expect(ways[0]?.label?.x).toBeGreaterThan(BOX_WIDTH);
  expect(ways[0]?.label?.x).toBeLessThan(boxes[1]?.x ?? 0);
});

test('what is wrong stands there as a sign and in words, and so does what was asked for', () => {
  const signed = drawn().boxes.map((box) =>
    linesOf(box).flatMap(({ text, sign }) => (sign === undefined ? [] : [text])),
  );
  expect(signed).toEqual([[], ['已召回'], ['查询的货物']]);
});

test('a text is cut where its box ends', () => {
  expect(fitText('晨露乳业一号工厂', 200, 14)).toBe('晨露乳业一号工厂');
  expect(fitText('晨露乳业婴幼儿配方奶粉一号工厂', 100, 14)).toBe('晨露乳业婴幼…');
});

test('the SVG holds each text, escaped, and is well formed', () => {
  const svg = svgOf(drawn(), '追溯图');
  expect(svg).toContain('&lt;工厂 &amp; &quot;仓库&quot;&gt;');
  expect(svg).toContain('<title>追溯图</title>');
  expect(svg.match(/<rect /g)).toHaveLength(4);
  expect(svg.match(/<g>/g)?.length).toBe(svg.match(/<\/g>/g)?.length);
});
