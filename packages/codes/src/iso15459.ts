/**
 * ISO/IEC 15459 identifiers, as symbols carry them with a data identifier of ANSI MH10.8.2 in front:
 *
 *   25S + issuing agency + company + serial      one item (ISO/IEC 15459-4)
 *   J, 1J … 6J + the same                        transport unit, "licence plate" (ISO/IEC 15459-1)
 *   37S + the same                               unique item with the part number inside
 *
 * An issuing agency code is one to three capitals or digits; which it is and where the company's part ends, its register
 * says, so both stay together. The canonical form is the text as given.
 */
import { defineScheme } from './scheme.ts';

export const iso15459 = defineScheme(
  {
    id: 'iso15459',
    name: { zh: 'ISO/IEC 15459 唯一标识', en: 'ISO/IEC 15459 unique identifier' },
    names: 'instance',
    standard: 'ISO/IEC 15459，GB/T 26231',
    source: 'ANSI MH10.8.2 数据标识符表',
    confidence: 'sourced',
  },
  {
    fields: [
      {
        part: 'dataIdentifier',
        name: { zh: '数据标识符', en: 'Data identifier' },
        alphabet: 'digits-capitals',
        oneOf: ['25S', '37S', 'J', '1J', '2J', '3J', '4J', '5J', '6J'],
      },
      { part: 'agency', name: { zh: '发码机构', en: 'Issuing agency' }, length: 2, alphabet: 'digits-capitals' },
      {
        part: 'number',
        name: { zh: '企业与序列号', en: 'Company and serial' },
        length: [6, 45],
        alphabet: 'digits-capitals',
      },
    ],
    prior: -8,
  },
);
