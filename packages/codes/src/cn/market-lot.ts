/**
 * 肉类蔬菜流通追溯码, traceability code of meat and vegetable circulation (SB/T 10680-2012): 20 digits.
 *
 *   subject 13 (division 6 · node 3 · operator 4) · serial number 7
 */
import { defineScheme } from '../scheme.ts';

export const marketLot = defineScheme(
  {
    id: 'cn-market-lot',
    name: { zh: '肉菜流通追溯码', en: 'Meat and vegetable traceability code' },
    names: 'lot',
    standard: 'SB/T 10680-2012',
    source: '烟台平台样例 37068100000000000998；分段未见正文',
    effectiveFrom: '2012-06-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'division', name: { zh: '行政区划', en: 'Division' }, length: 6, kind: 'division' },
      { part: 'node', name: { zh: '节点序号', en: 'Node' }, length: 3 },
      { part: 'operator', name: { zh: '经营者序号', en: 'Operator' }, length: 4 },
      { part: 'serial', name: { zh: '流水号', en: 'Serial number' }, length: 7 },
    ],
    // Codes that begin with 8 are drugs: Hong Kong and Macao have no node.
    check: ({ division = '' }) => (Number(division.slice(0, 2)) < 70 ? undefined : 'registry'),
    firstDigits: '123456',
    prior: 2,
  },
);
