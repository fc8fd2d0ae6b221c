/**
 * 药品追溯码, drug traceability code (NMPAB/T 1002-2019): 20 characters, the first 7 the drug identification code that
 * tells product and package, then 13 of the producer's choice. The standard publishes no check.
 *
 *   drug identification 7 · serial number 13
 *
 * The widespread form is 20 digits that begin with 8, 89 for drugs under special control; that is the one known by
 * itself. The standard lets GS1 codes and others after ISO/IEC 15459 serve as well: `gs1/` and `iso15459.ts` read those.
 */
import { defineScheme, type SchemeFacts } from '../scheme.ts';

const FACTS: Pick<SchemeFacts, 'names' | 'standard' | 'effectiveFrom'> = {
  names: 'instance',
  standard: 'NMPAB/T 1002-2019',
  effectiveFrom: '2019-04-28',
};
const PRODUCT = { zh: '药品标识码', en: 'Drug identification' };
const SERIAL = { zh: '序列号', en: 'Serial number' };

export const drug = defineScheme(
  {
    ...FACTS,
    id: 'cn-drug',
    name: { zh: '药品追溯码', en: 'China drug traceability code' },
    source: '码上放心平台规则：20 位数字、首位 8，89 开头为特殊管理药品',
    confidence: 'sourced',
  },
  {
    fields: [
      { part: 'product', name: PRODUCT, length: 7 },
      { part: 'serial', name: SERIAL, length: 13 },
    ],
    check: ({ product = '' }) => (product.startsWith('8') ? undefined : 'registry'),
    evidence: () => [{ bits: 3.3, text: { zh: '首位是 8', en: 'its first digit is 8' } }],
    isMeant: () => false,
    firstDigits: '8',
    prior: 8,
  },
);

/** Codes of other systems that the standard allows too. Twenty characters prove nothing, so only the prefix tells. */
export const drugOther = defineScheme(
  {
    ...FACTS,
    id: 'cn-drug-other',
    name: { zh: '药品追溯码（企业自编）', en: 'China drug traceability code (own form)' },
    source: 'NMPAB/T 1002-2019：20 个字符，前 7 位为药品标识码',
    confidence: 'sourced',
  },
  {
    fields: [
      { part: 'product', name: PRODUCT, length: 7, alphabet: 'digits-letters' },
      { part: 'serial', name: SERIAL, length: 13, alphabet: 'digits-letters' },
    ],
    check: ({ product = '', serial = '' }) => (/^8\d+$/.test(product + serial) ? 'registry' : undefined),
    firstDigits: '012345679',
    prior: -4,
  },
);
