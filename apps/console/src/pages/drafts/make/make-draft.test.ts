import { expect, test } from 'vitest';
import { draftDocument, newEventID, offsetText } from './draft-document.ts';
import { codeLines, readingOf } from './read-lines.ts';

test('lines are counted as a person counts them, and empty ones are left out', () => {
  expect(codeLines(' a \n\nb')).toEqual([
    { line: 1, code: 'a' },
    { line: 3, code: 'b' },
  ]);
});

const ofGoods = { scheme: 'gs1', canonical: 'https://id.gs1.org/01/09506000134352', wellFormed: true };

test.each([
  [
    { ...ofGoods, names: 'instance' },
    { is: 'instance', canonical: ofGoods.canonical },
  ],
  [
    { ...ofGoods, names: 'logistic' },
    { is: 'instance', canonical: ofGoods.canonical },
  ],
  [
    { ...ofGoods, names: 'lot' },
    { is: 'class', canonical: ofGoods.canonical },
  ],
  [{ ...ofGoods, names: 'party' }, { is: 'notGoods' }],
  [{ ...ofGoods, names: 'instance', wellFormed: false }, { is: 'wrong' }],
  [{ ...ofGoods, scheme: 'unknown', names: 'unknown', canonical: 'hello' }, { is: 'unknown' }],
  [
    { ...ofGoods, scheme: 'unknown', names: 'unknown', canonical: 'urn:lift:L-1' },
    { is: 'instance', canonical: 'urn:lift:L-1' },
  ],
] as const)('%o is %o', (answer, reading) => {
  expect(readingOf(answer)).toEqual(reading);
});

test('one things and lots stand where the standard has them, and a step that ends a thing says so', () => {
  const done = {
    eventID: newEventID(),
    step: 'destroying',
    at: new Date('2026-11-01T00:30:00Z'),
    offsetMinutes: 480,
    readings: [
      { is: 'instance', canonical: 'urn:lift:L-1' },
      { is: 'class', canonical: ofGoods.canonical },
    ],
  } as const;
  expect(draftDocument(done, new Date('2026-11-01T01:00:00Z'))).toMatchObject({
    epcisBody: {
      eventList: [
        {
          eventID: expect.stringMatching(
            /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
          ),
          eventTime: '2026-11-01T00:30:00.000Z',
          eventTimeZoneOffset: '+08:00',
          epcList: ['urn:lift:L-1'],
          quantityList: [{ epcClass: ofGoods.canonical }],
          action: 'DELETE',
          bizStep: 'destroying',
        },
      ],
    },
  });
});

test.each([
  [0, '+00:00'],
  [345, '+05:45'],
  [-210, '-03:30'],
])('%i minutes are %s', (minutes, text) => {
  expect(offsetText(minutes)).toBe(text);
});
