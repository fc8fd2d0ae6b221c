import { describe, expect, test } from 'vitest';
import { dayOf, licenceState } from './licence-state.ts';

const TODAY = '2026-03-10';
const stateOf = (validUntil: string | null, more: { validFrom?: string; endedAt?: string } = {}) =>
  licenceState({ validFrom: more.validFrom ?? null, validUntil, endedAt: more.endedAt ?? null }, TODAY);

describe('how a licence stands', () => {
  test('is good on its last day, and expired on the next', () => {
    expect([stateOf('2026-03-10'), stateOf('2026-03-09')]).toEqual(['expiring', 'expired']);
  });

  test('is said 60 days ahead, across months', () => {
    expect([stateOf('2026-05-09'), stateOf('2026-05-10')]).toEqual(['expiring', 'valid']);
  });

  test('is without an end, not yet begun, or ended before its time', () => {
    expect(stateOf(null)).toBe('valid');
    expect(stateOf('2027-01-01', { validFrom: '2026-03-11' })).toBe('future');
    expect(stateOf('2027-01-01', { endedAt: '2026-03-01T00:00:00Z' })).toBe('ended');
  });

  test('is of the day where one looks', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
