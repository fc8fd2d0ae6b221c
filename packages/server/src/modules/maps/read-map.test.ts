import { describe, expect, test } from 'vitest';
import { readApprovalNumber } from './approval-number.ts';
import { countNumbers, isPathData } from './path-data.ts';
import { ELEMENTS_MAX, readMap } from './read-map.ts';
import { aMap, PROVINCE_CODES } from './test-map.fixture.ts';

/** Rules and sentences of what is wrong. */
function faultsOf(svg: string): string[] {
  const read = readMap(svg);
  return read.ok ? [] : read.faults.map(({ rule, message }) => `${rule} ${message.en}`);
}
const with_ = (more: string): string[] => faultsOf(aMap([], more));

test('a map with all 34 is kept as a tree, without what is said for other programs', () => {
  const label =
    '<!-- a --><g id="x" transform="translate(1,2) rotate(3)"><title>t</title>' +
    '<text x="1" y="2" font-size="12px" text-anchor="middle" fill="black">京 <tspan dy="2">&amp;津</tspan></text></g>';
  const read = readMap(`<?xml version="1.0" encoding="UTF-8"?>\n${aMap([], label)}`);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { tag, attributes, children } = read.drawing;
  expect([tag, attributes]).toEqual(['svg', { viewBox: '0 0 350 250', fill: '#eeeeee' }]);
  expect(PROVINCE_CODES).toHaveLength(34);
  expect(children).toHaveLength(35);
  expect(children.at(-1)).toEqual({
    tag: 'g',
    attributes: { transform: 'translate(1,2) rotate(3)' },
    children: [
      {
        tag: 'text',
        attributes: { x: '1', y: '2', 'font-size': '12', 'text-anchor': 'middle', fill: 'black' },
        children: ['京 ', { tag: 'tspan', attributes: { dy: '2' }, children: ['&津'] }],
      },
    ],
  });
});

test('a map without Taiwan, Hong Kong or Macao is refused, and each that is missing is named', () => {
  const read = readMap(aMap(['710000', '810000', '820000']));
  expect(read.ok ? [] : read.faults.map(({ rule, message }) => [rule, message.zh])).toEqual([
    ['map.missing', '缺少 台湾省（data-region="710000"）'],
    ['map.missing', '缺少 香港特别行政区（data-region="810000"）'],
    ['map.missing', '缺少 澳门特别行政区（data-region="820000"）'],
  ]);
  expect(faultsOf(aMap(['710000'], '<g data-region="710000"/>'))).toEqual([
    expect.stringMatching(/^map\.empty .*710000/),
  ]);
});

describe('what is refused, with its place', () => {
  const REFUSED: readonly (readonly [string, string])[] = [
    ['<script>alert(1)</script>', 'map.element Line 36, column 1 <script>'],
    ['<foreignObject/>', 'map.element Line 36, column 1 <foreignObject>'],
    ['<image href="x"/>', 'map.element Line 36, column 1 <image>'],
    ['<use href="#x"/>', 'map.element'],
    ['<style>*{}</style>', 'map.element'],
    ['<animate/>', 'map.element'],
    ['<x:path xmlns:x="y" d="M0 0h1"/>', 'map.element'],
    ['<svg/>', 'map.place'],
    ['<tspan>x</tspan>', 'map.place'],
    ['<rect width="1" height="1"><rect width="1" height="1"/></rect>', 'map.place'],
    ['<g onclick="x()"/>', 'map.attribute Line 36, column 1 <g>: the attribute onclick'],
    ['<g style="fill:red"/>', 'map.attribute'],
    ['<g class="a"/>', 'map.attribute'],
    ['<g href="javascript:x"/>', 'map.attribute'],
    ['<g xlink:href="x"/>', 'map.attribute'],
    ['<g opacity="0"/>', 'map.attribute'],
    ['<g xmlns="http://www.w3.org/1999/xhtml"/>', 'map.attribute'],
    ['<g fill="url(#x)"/>', 'map.value Line 36, column 1 <g>: the value of fill'],
    ['<g fill="url(https://example.org/x)"/>', 'map.value'],
    ['<g fill="var(--x)"/>', 'map.value'],
    ['<g transform="scale(1e999)"/>', 'map.value'],
    ['<g transform="translate(1 2 3)"/>', 'map.value'],
    ['<g transform="constructor(1)"/>', 'map.value'],
    ['<circle r="Infinity"/>', 'map.value'],
    ['<circle r="NaN"/>', 'map.value'],
    ['<circle r="-1"/>', 'map.value'],
    ['<circle/>', 'map.needed'],
    ['<path d="M0 0 L1"/>', 'map.value'],
    ['<path d="L0 0"/>', 'map.value'],
    ['<polygon points="1 2 3"/>', 'map.value'],
    ['words', 'map.text'],
    ['<g data-region="370100"/>', 'map.region'],
    ['<path data-region="110000" d="M0 0h1"/>', 'map.twice'],
    ['<g><![CDATA[x]]></g>', 'map.text'],
    ['<?xml-stylesheet href="x"?>', 'map.instruction'],
    ['<g>', 'map.syntax'],
    ['<g a="1" a="2"/>', 'map.syntax'],
    ['&nbsp;', 'map.syntax'],
  ];
  test.each(REFUSED)('%s', (more, told) => {
    const [first = '', ...rest] = with_(more);
    expect(first.startsWith(told), first).toBe(true);
    expect(
      rest.every((each) => each.startsWith('map.')),
      rest.join('\n'),
    ).toBe(true);
  });

  test('a document type, also one that declares entities', () => {
    for (const type of ['<!DOCTYPE svg>', '<!DOCTYPE svg [<!ENTITY a "b">]>'])
      expect(faultsOf(type + aMap())).toEqual([expect.stringMatching(/^map\.doctype Line 1, column/)]);
  });

  test('what is no SVG', () => {
    expect(faultsOf('')).toEqual([expect.stringMatching(/^map\.syntax/)]);
    expect(faultsOf('<html/>')).toEqual([expect.stringMatching(/^map\.root/)]);
    expect(faultsOf(aMap().replace(' xmlns="http://www.w3.org/2000/svg"', ''))).toEqual([
      expect.stringMatching(/^map\.namespace/),
    ]);
    expect(faultsOf(aMap().replace('viewBox="0 0 350 250"', ''))[0]).toMatch(/^map\.needed .*viewBox/);
    expect(faultsOf(aMap().replace('0 0 350 250', '0 0 0 250'))[0]).toMatch(/^map\.value .*viewBox/);
  });

  test('a province in another, too many elements, too deep', () => {
    const inner = '<g data-region="710000"><path data-region="810000" d="M0 0h1"/></g>';
    expect(faultsOf(aMap(['710000', '810000'], inner))).toEqual([expect.stringMatching(/^map\.nested/)]);
    expect(with_('<g/>'.repeat(ELEMENTS_MAX))).toEqual([expect.stringMatching(/^map\.elements/)]);
    expect(with_('<g>'.repeat(30) + '</g>'.repeat(30))).toEqual([expect.stringMatching(/^map\.depth/)]);
    const many = Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ');
    expect(with_(`<g ${many}/>`)).toEqual([expect.stringMatching(/^map\.attributes/)]);
    expect(with_('<a/>'.repeat(200))).toHaveLength(100);
  });
});

test('path data and numbers', () => {
  for (const path of ['M0,0L1-1.5.5.5z', 'm1 1a1 1 0 01.5.5', 'M0 0 1 1', 'M1e2 0H5V6Z M3 3q1 1 2 2t1 1'])
    expect(isPathData(path), path).toBe(true);
  for (const path of ['', 'M0 0', 'M0 0z', 'M0 0L', 'M0 0 L1 1 x', 'M0 0 L1 1;', 'M0 0L1e99 1', 'M0 0A1 1 0 2 1 5 5'])
    expect(isPathData(path), path).toBe(false);
  expect([' 1 2,3 ', '1-2', '.5.5', '', '1,,2', '1px', '99999999'].map(countNumbers)).toEqual([
    ...[3, 2, 2, undefined, undefined, undefined, undefined],
  ]);
});

test('approval numbers are taken in the forms in which they are given, and kept in one', () => {
  expect(
    ['GS(2024)1234号', 'GS（2024） 1234 号', 'gs京(2024)1234号', '京S(2024)012号', '粤BS（2023）045号'].map(
      readApprovalNumber,
    ),
  ).toEqual([
    ...['GS（2024）1234号', 'GS（2024）1234号', 'GS京（2024）1234号', '京S（2024）012号', '粤BS（2023）045号'],
  ]);
  for (const other of ['', '1234', 'GS(24)1号', 'GS(2024)号', 'GS(2024)1234', 'XS(2024)1号', 'GS(2024)1234号 和别的'])
    expect(readApprovalNumber(other), other).toBeUndefined();
});
