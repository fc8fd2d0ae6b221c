/**
 * 肉类蔬菜流通追溯主体码, subject of meat and vegetable circulation (SB/T 10680-2012): 13 digits.
 *
 *   division of GB/T 2260 6 · node 3 · operator 4
 *
 * A node (market, slaughterhouse, shop) is the first nine, with 0000 for its operators.
 */
import { defineScheme } from '../scheme.ts';

export const marketSubject = defineScheme(
  {
    id: 'cn-market-subject',
    name: { zh: '肉菜流通追溯主体码', en: 'Market subject code' },
    names: 'party',
    standard: 'SB/T 10680-2012',
    source: 'SB/T 10680-2012 目录与平台样例；分段未见正文',
    effectiveFrom: '2012-06-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'division', name: { zh: '行政区划', en: 'Division' }, length: 6, kind: 'division' },
      { part: 'node', name: { zh: '节点序号', en: 'Node' }, length: 3 },
      { part: 'operator', name: { zh: '经营者序号', en: 'Operator' }, length: 4 },
    ],
    check: ({ division = '' }) => (Number(division.slice(0, 2)) < 70 ? undefined : 'registry'),
    prior: -2,
  },
);
