/**
 * OID, object identifier (ITU-T X.660, GB/T 17969.1, GB/T 26231): arcs of digits with dots between them, the first 0, 1 or
 * 2, the second below 40 under 0 and 1, none with a leading zero. China's arcs are 1.2.156 and 2.16.156.
 *
 *   urn:oid:1.2.156.3001.1 (RFC 3061)     the canonical form
 *   1.2.156.3001.1                        read bare only under China's arcs: elsewhere it may be any version number
 */
import { type Parsed, parsed, refused } from './parsed.ts';
import { type CodeParts, foldBy, type Scheme } from './scheme.ts';

const PREFIX = 'urn:oid:';
const LENGTH_MAX = 250;
const ARCS_MIN = 2;

function parse(text: string): Parsed<CodeParts> {
  if (text.length > LENGTH_MAX) return refused('length');
  const isUrn = text.slice(0, PREFIX.length).toLowerCase() === PREFIX;
  const oid = isUrn ? text.slice(PREFIX.length) : text;
  if (!isUrn && !/^(?:1\.2|2\.16)\.156\./.test(oid)) return refused('registry');
  const arcs = oid.split('.');
  if (arcs.length < ARCS_MIN) return refused('length');
  if (!arcs.every((arc) => /^(?:0|[1-9]\d*)$/.test(arc))) return refused('alphabet');
  const [root, second] = arcs.map(Number);
  if (root === undefined || root > 2 || (root < 2 && (second ?? 0) > 39)) return refused('registry');
  return parsed({ oid });
}

function format({ oid = '' }: CodeParts): string | undefined {
  const text = PREFIX + oid;
  return parse(text).ok ? text : undefined;
}

export const oid: Scheme = {
  id: 'oid',
  name: { zh: '对象标识符 OID', en: 'Object identifier (OID)' },
  names: 'instance',
  standard: 'GB/T 17969.1，GB/T 26231，RFC 3061',
  source: 'RFC 3061',
  confidence: 'sourced',
  rules: {
    fields: [{ part: 'oid', name: { zh: '标识符', en: 'Identifier' }, length: [3, LENGTH_MAX], alphabet: 'visible' }],
    hasMarks: true,
    fold: foldBy({ parse, format }),
    isUri: true,
    prior: 0,
    evidence: () => [{ bits: 25, text: { zh: '写作 OID', en: 'written as an OID' } }],
    isMeant: (text) => /^(?:urn:oid:|(?:1\.2|2\.16)\.156\.)/i.test(text),
  },
  parse,
  format,
  isValid: (text) => parse(text).ok,
};
