/**
 * 商品二维码 (GB/T 33993-2017), the QR code of goods, in three structures:
 *
 *   1. element string, (01) first:                 read as GS1, `gs1/element-string.ts`
 *   2. http[s]://2dcode.org/CODE                   a unified address, its code given out by GS1 China: this file
 *   3. the address of a service of one's own,
 *      with GTIN and application identifiers:      read as GS1 Digital Link, `gs1/digital-link.ts`
 */
import { type Parsed, parsed, refused } from '../parsed.ts';
import { type CodeParts, foldBy, type Scheme } from '../scheme.ts';

const HOST = '2dcode.org/';
const CODE_MAX = 200;

function parse(text: string): Parsed<CodeParts> {
  const match = /^https?:\/\/(?:www\.)?2dcode\.org\/(.*)$/i.exec(text);
  const code = match?.[1];
  if (code === undefined) return refused('registry');
  if (code === '' || code.length > CODE_MAX) return refused('length');
  return /^[\w\-.~!$&'()*+,;=:@/%?]+$/.test(code) ? parsed({ code }) : refused('alphabet');
}

function format({ code = '' }: CodeParts): string | undefined {
  const text = `https://${HOST}${code}`;
  return parse(text).ok ? text : undefined;
}

export const productQr: Scheme = {
  id: 'cn-product-qr',
  name: { zh: '商品二维码（统一网址）', en: 'QR code of goods (unified address)' },
  names: 'class',
  standard: 'GB/T 33993-2017',
  source: 'GB/T 33993-2017 解读',
  effectiveFrom: '2018-02-01',
  confidence: 'sourced',
  rules: {
    fields: [
      { part: 'code', name: { zh: '分配码', en: 'Code given out' }, length: [1, CODE_MAX], alphabet: 'visible' },
    ],
    hasMarks: true,
    fold: foldBy({ parse, format }),
    isUri: true,
    prior: 0,
    evidence: () => [{ bits: 30, text: { zh: '网址属于 2dcode.org', en: 'its address is under 2dcode.org' } }],
    isMeant: (text) => /^https?:\/\/(?:www\.)?2dcode\.org\//i.test(text),
  },
  parse,
  format,
  isValid: (text) => parse(text).ok,
};
