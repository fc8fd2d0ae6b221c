/** Records are kept as long as the law says: from the event, or from a day that the record names. */
import { expect, test } from 'vitest';
import { HONEY } from '../pack/pack.fixture.ts';
import type { Pack } from '../pack/pack.ts';
import { readPack } from '../pack/read-pack.ts';
import { PACKS } from '../packs.ts';
import { KNOWN_CHECKS } from '../rules/checks.ts';
import { keepUntil } from './keep-until.ts';

const law = { source: 'law', confidence: 'A' } as const;
const at = (text: string): number => Date.parse(text);
const pack = (id: string): Pack => {
  const read = PACKS.map((each) => readPack(each, KNOWN_CHECKS)).find((each) => each.ok && each.pack.id === id);
  if (read?.ok !== true) throw new Error(id);
  return read.pack;
};

test('food: six months after its date, from the last of a month to the last of a shorter one; two years where it has none', () => {
  const sold = { stage: 'sale', eventTimeMs: at('2026-08-31T23:30:00+08:00') };
  const until = (day: string) =>
    keepUntil(pack('food'), { ...sold, values: { expiryDate: new Date(`${day}T00:00:00+08:00`) } });
  expect(until('2027-08-31')).toBe('2028-02-29');
  expect(until('2026-12-01')).toBe('2027-06-01');
  expect(keepUntil(pack('food'), { ...sold, values: {} })).toBe('2028-08-31');
});

test('two years for a farm, six months for receipts, four years for the maintenance of a lift, from a leap day too', () => {
  const of = (id: string, stage: string) =>
    keepUntil(pack(id), { stage, eventTimeMs: at('2028-02-29T08:00:00+08:00'), values: {} });
  expect(of('edible-agri', 'harvest')).toBe('2030-02-28');
  expect(of('edible-agri', 'receipt')).toBe('2028-08-29');
  expect(of('special-equipment', 'maintenance-year')).toBe('2032-02-29');
  expect(of('edible-agri', 'nothing')).toBeUndefined();
});

test('of several the latest; of a law of its time', () => {
  const item = { name: HONEY.name, stages: ['sale'], after: 'event', ...law };
  const retention: Pack['retention'] = [
    { ...item, id: 'a', keep: { amount: 1, unit: 'year' }, until: '2026-11-30' },
    { ...item, id: 'b', keep: { amount: 6, unit: 'month' } },
    { ...item, id: 'c', keep: { amount: 1, unit: 'day' }, after: 'expiry' },
  ];
  const of = (day: string) =>
    keepUntil({ retention }, { stage: 'sale', eventTimeMs: at(`${day}T12:00:00+08:00`), values: {} });
  expect(of('2026-11-30')).toBe('2027-11-30');
  expect(of('2026-12-01')).toBe('2027-06-01');
});
