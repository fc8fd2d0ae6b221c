import type { TraceAnswer } from '@suyuan/api';
import { expect, test } from 'vitest';
import { toldOf } from './told-of.ts';

const at = (code: string, party: string) => ({ code, party, kind: 'possession' as const, eventID: 'e' });
const trace: TraceAnswer = {
  ...{ start: ['lot'], direction: 'both', links: [] },
  units: [
    { code: 'lot', role: 'start', hops: 0, product: 'flour', holder: 'shop' },
    { code: 'bread', role: 'affected', hops: 1, product: 'bread', holder: 'baker' },
    { code: 'wheat', role: 'source', hops: 1, product: 'wheat', holder: 'mill' },
    { code: 'pallet', role: 'carrier', hops: 0, holder: 'carrier' },
  ],
  custody: [at('wheat', 'farm'), at('wheat', 'mill'), at('lot', 'mill'), at('lot', 'shop'), at('bread', 'baker')],
  events: [
    { eventID: '1', type: 'ObjectEvent', units: [], declaredInError: true },
    { eventID: '2', type: 'ObjectEvent', units: [], disputes: [{ subject: 'quantity' }] },
    { eventID: '3', type: 'ObjectEvent', units: [] },
  ],
  anomalies: [],
  completeness: { complete: true, limits: [], unanswered: [], hidden: 0 },
};

test('from whom, to whom, who has it now; a container and where it stands are none of it', () => {
  expect(toldOf(trace)).toEqual({
    ...{ products: ['flour'], sources: ['farm', 'mill'], holders: ['shop', 'baker'], before: ['mill'] },
    ...{ anomalies: 0, disputed: 1, wrong: 1 },
  });
});
