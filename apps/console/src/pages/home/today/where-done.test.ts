import { expect, test } from 'vitest';
import { whereDone } from './where-done.ts';

const task = { urgency: 'open', count: 1 } as const;

test.each([
  [
    { kind: 'clock', pack: 'special-equipment', item: 'maintenance' },
    '/compliance/duties?pack=special-equipment&clock=maintenance',
  ],
  [
    { kind: 'filing', pack: 'edible-agri', item: 'certificate-upload' },
    '/compliance/filings/edible-agri/certificate-upload',
  ],
  [
    { kind: 'receipt', pack: 'edible-agri', item: 'certificate-upload' },
    '/compliance/filings/edible-agri/certificate-upload',
  ],
  [{ kind: 'finding', pack: 'food' }, '/compliance/findings?pack=food'],
  [{ kind: 'licence' }, '/sites'],
  [{ kind: 'draft' }, '/drafts'],
  [{ kind: 'arrival' }, '/record'],
  [{ kind: 'sheet' }, '/record'],
  [{ kind: 'order' }, '/orders'],
] as const)('%o is done at %s', (of, page) => {
  expect(whereDone({ ...task, ...of })).toBe(page);
});
