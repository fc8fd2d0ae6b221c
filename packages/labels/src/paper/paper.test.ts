import { describe, expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';
import { Paper } from './paper.ts';
import { pagesOf } from './pdf-text.fixture.ts';
import { drawText, setText } from './text-block.ts';
import { unprintable } from './typeface.ts';

const BOX = { xMm: 10, yMm: 10, widthMm: 180, heightMm: 270, sizePt: 10 };

/** GB 2312's characters as its own rows and cells give them. */
function gb2312(): readonly string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    const last = row === 0xd7 ? 0xf9 : 0xfe; // the last five cells of row 55 are empty
    for (let cell = 0xa1; cell <= last; cell += 1) characters.push(decoder.decode(new Uint8Array([row, cell])));
  }
  return characters;
}

function printed(text: string, weight: 'regular' | 'bold' = 'regular'): Uint8Array {
  const paper = new Paper('测试');
  paper.page({ widthMm: 210, heightMm: 297 });
  expect(drawText(paper, { ...BOX, text, weight })).toBeUndefined();
  return paper.end();
}

describe('characters', () => {
  test('every character of GB 2312 has a glyph, regular and bold', () => {
    const all = gb2312();
    expect(all).toHaveLength(6763);
    expect(unprintable(all.join(''))).toEqual([]);
    expect(unprintable(all.join(''), 'bold')).toEqual([]);
  });

  test('so have rare characters of names and places, and the signs of measures', () => {
    expect(unprintable('𬭎𬇙䥽䲠𬬻鿍㛃䶮𠅤〇㎡㎏℃‰×·—“”《》①')).toEqual([]);
  });

  test('a character that the typeface lacks is named, and nothing is drawn', () => {
    const paper = new Paper('测试');
    paper.page({ widthMm: 50, heightMm: 30 });
    expect(drawText(paper, { ...BOX, text: '西红柿🍅甜🍅' })).toEqual({ reason: 'character', characters: ['🍅'] });
    expect(pagesOf(paper.end())).toEqual(['']);
  });
});

describe('a PDF', () => {
  test('gives its text back, page by page', () => {
    const paper = new Paper('测试');
    for (const text of ['产品名称：𬭎西红柿 5 kg', 'Lot “A-1”，龘']) {
      paper.page({ widthMm: 100, heightMm: 50 });
      drawText(paper, { ...BOX, widthMm: 80, heightMm: 30, text });
      drawText(paper, { ...BOX, yMm: 40, widthMm: 80, heightMm: 10, text: '合格证', weight: 'bold' });
    }
    expect(pagesOf(paper.end())).toEqual(['产品名称：𬭎西红柿 5 kg\n合格证', 'Lot “A-1”，龘\n合格证']);
  });

  test('has in it only the letters that it uses', () => {
    const page = printed(gb2312().slice(0, 200).join(''));
    expect(page.length).toBeLessThan(60_000);
    expect(pagesOf(page).join('').replaceAll('\n', '')).toBe(gb2312().slice(0, 200).join(''));
  });

  test('says where each of its objects begins', () => {
    const file = Buffer.from(printed('表')).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(5);
    for (const [index, offset] of offsets.entries())
      expect(file.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true);
  });

  test('forgets a page that was taken', () => {
    const paper = new Paper('测试');
    const sizes: number[] = [];
    for (let i = 0; i < 50; i += 1) {
      paper.page({ widthMm: 50, heightMm: 30 });
      drawText(paper, { ...BOX, widthMm: 30, heightMm: 10, text: `批次 ${i}` });
      sizes.push(paper.take().length);
    }
    expect(Math.max(...sizes)).toBeLessThan(600);
  });
});

describe('lines', () => {
  const measure = { widthEm: 4, weight: 'regular' } as const;

  test('break between Chinese characters, not before what closes nor after what opens', () => {
    expect(breakLines('甲乙丙丁戊己', measure)).toEqual(['甲乙丙丁', '戊己']);
    expect(breakLines('甲乙丙丁，戊', measure)).toEqual(['甲乙丙', '丁，戊']);
    expect(breakLines('甲乙丙《丁》', measure)).toEqual(['甲乙丙', '《丁》']);
  });

  test('keep words and numbers whole unless one alone is too wide', () => {
    expect(breakLines('共 12,345 kg', measure)).toEqual(['共', '12,345', 'kg']);
    expect(breakLines('ABCDEFGHIJKL', measure).join('')).toBe('ABCDEFGHIJKL');
    expect(breakLines('ABCDEFGHIJKL', measure).length).toBeGreaterThan(1);
  });

  test('end where the text says so', () => {
    expect(breakLines('甲\n\n乙', measure)).toEqual(['甲', '', '乙']);
  });
});

describe('a text in its box', () => {
  const box = { xMm: 0, yMm: 0, widthMm: 20, heightMm: 5, text: '山东省寿光市洛城街道蔬菜合作社' };

  test('becomes smaller to fit, no smaller than allowed', () => {
    const set = setText({ ...box, sizePt: 10, sizeLeastPt: 3 });
    expect(set).toMatchObject({ sizePt: expect.any(Number) });
    expect('sizePt' in set && set.sizePt < 10 && set.sizePt >= 3).toBe(true);
    expect(setText({ ...box, sizePt: 10, sizeLeastPt: 6 })).toEqual({ reason: 'does-not-fit' });
  });

  test('has no more lines than allowed', () => {
    expect(setText({ ...box, heightMm: 50, sizePt: 10, linesMax: 1 })).toEqual({ reason: 'does-not-fit' });
  });
});
