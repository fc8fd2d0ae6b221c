import { expect, test } from 'vitest';
import { exportPart, partPath } from './export-part.ts';

const WANTED = { kind: 'events', format: 'xlsx', count: 1_000 } as const;

const told = (to: number): Headers =>
  new Headers({
    'content-disposition': 'attachment; filename="suyuan-1-0-9.xlsx"',
    'suyuan-export-from': '0',
    'suyuan-export-to': String(to),
    'suyuan-export-until': '20',
    'suyuan-export-records': '7',
  });

test('a part is got by bounds that stay as they are, and says where the next begins', () => {
  expect(partPath(WANTED, { from: 0 })).toBe('/v1/exports/events?format=xlsx&from=0&count=1000');
  expect(exportPart(WANTED, told(9))).toEqual({
    fileName: 'suyuan-1-0-9.xlsx',
    records: 7,
    path: '/v1/exports/events?format=xlsx&from=0&count=1000&until=20',
    next: { from: 10, until: 20 },
  });
});

test('of chains it tells by how many own records it goes', () => {
  const headers = told(9);
  headers.delete('suyuan-export-records');
  headers.set('suyuan-export-own', '4');
  expect(exportPart({ ...WANTED, kind: 'chains' }, headers)).toMatchObject({
    records: 4,
    path: expect.stringMatching(/chains/),
  });
});

test('after the last there is none', () => {
  expect(exportPart(WANTED, told(20)).next).toBeUndefined();
});
