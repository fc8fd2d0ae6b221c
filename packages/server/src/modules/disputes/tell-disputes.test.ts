import type { EventElement } from '@suyuan/api';
import { expect, test } from 'vitest';
import { type ChainEvent, WHOLE_SIGHT } from '../disclosure/index.ts';
import { tellDisputes } from './tell-disputes.ts';

const EVENT: ChainEvent = {
  id: 'x',
  facts: {
    type: 'ObjectEvent',
    eventTimeMs: 0,
    eventTimeZoneOffset: '+08:00',
    units: [],
    sources: [],
    destinations: [],
    bizTransactions: [],
  },
  recordedBy: [1],
  declaredInError: false,
  isDeclaration: false,
};
const DISPUTE = {
  orgNo: 2,
  by: { id: 'two', name: 'Two', code: null },
  subject: 'time',
  words: 'It was later',
  at: new Date(0),
} as const;

test.each([
  { rank: 4, seesParty: false, orgNo: 1, told: ['subject', 'by', 'words', 'at'] },
  { rank: 3, seesParty: true, orgNo: 3, told: ['subject', 'by', 'words', 'at'] },
  { rank: 3, seesParty: false, orgNo: 3, told: ['subject'] },
  { rank: 2, seesParty: true, orgNo: 3, told: ['subject', 'by', 'words', 'at'] },
  { rank: 2, seesParty: false, orgNo: 3, told: ['subject'] },
  { rank: 2, seesParty: false, orgNo: 2, told: ['subject', 'by', 'words', 'at'] },
  { rank: 1, seesParty: true, orgNo: 3, told: undefined },
  { rank: 0, seesParty: true, orgNo: 3, told: undefined },
  { rank: 0, seesParty: true, orgNo: undefined, told: undefined },
] as const)('at rank $rank, parties seen $seesParty, as $orgNo: $told', ({ rank, seesParty, orgNo, told }) => {
  const sees = (_: ChainEvent, element: EventElement): boolean => element === 'party' && seesParty;
  const sight = { ...WHOLE_SIGHT, rankOf: () => rank, sees };
  const [dispute] = tellDisputes([DISPUTE], { event: EVENT, sight, orgNo });
  expect(dispute && Object.keys(dispute)).toEqual(told);
});
