import { expect, test } from 'vitest';
import { codesOf, shareOf } from './given-share.ts';

const NOW = Date.parse('2026-03-01T08:00:00Z');
const GIVEN = { codes: ' A \r\n\nB\nA\n', eventID: ' ', note: ' 质检站 ', days: 90 };

test('codes are one a line, each once, without the space around them', () => {
  expect(codesOf(GIVEN.codes)).toEqual(['A', 'B']);
  expect(codesOf(' \n ')).toEqual([]);
});

test('sends nothing of what was left empty, and an end that a clock a little ahead keeps within ninety days', () => {
  expect(shareOf(GIVEN, NOW)).toEqual({ codes: ['A', 'B'], note: '质检站', until: '2026-05-30T07:55:00.000Z' });
});

test('one record alone, where its ID is given', () => {
  expect(shareOf({ ...GIVEN, eventID: ' urn:uuid:1 ' }, NOW)).toMatchObject({ eventID: 'urn:uuid:1' });
});
