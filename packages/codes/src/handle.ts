/**
 * Handle and 工业互联网标识, industrial internet identifiers (Handle System, RFC 3651; 工业互联网标识解析体系):
 *
 *   prefix / suffix              88.118.8/abc-123: country or registry . industry . enterprise / its own code
 *   hdl:prefix/suffix            the same as a URI
 *   https://hdl.handle.net/prefix/suffix
 *
 * Read bare only under the prefixes of China's roots, 86 and 88 (VAA): elsewhere it may be any fraction or path. The
 * canonical form is the URI with `hdl:` before it. A prefix has digits and dots; a suffix is kept byte for byte, since its
 * owner says whether capitals count.
 */
import { type Parsed, parsed, refused } from './parsed.ts';
import { type CodeParts, foldBy, type Scheme } from './scheme.ts';

const LENGTH_MAX = 255;
const SPELLED = /^(?:hdl:(?:\/\/)?|https?:\/\/hdl\.handle\.net\/)/i;
const CHINESE = /^8[68]\.\d/;

function parse(text: string): Parsed<CodeParts> {
  if (text.length > LENGTH_MAX) return refused('length');
  const body = text.replace(SPELLED, '');
  const slash = body.indexOf('/');
  if (slash < 0) return refused('length');
  const [prefix, suffix] = [body.slice(0, slash), body.slice(slash + 1)];
  if (body.length === text.length && !CHINESE.test(prefix)) return refused('registry');
  if (prefix === '' || suffix === '') return refused('length');
  if (!/^\d+(?:\.[0-9A-Za-z]+)*$/.test(prefix) || !/^[\x21-\x7e\p{L}\p{N}]+$/u.test(suffix)) return refused('alphabet');
  return parsed({ prefix, suffix });
}

function format({ prefix = '', suffix = '' }: CodeParts): string | undefined {
  const text = `hdl:${prefix}/${suffix}`;
  return parse(text).ok ? text : undefined;
}

export const handle: Scheme = {
  id: 'handle',
  name: { zh: '工业互联网标识（Handle）', en: 'Handle, industrial internet identifier' },
  names: 'instance',
  standard: '工业互联网标识解析体系；RFC 3651',
  source: '工业互联网标识解析 电子 标识编码规范转载（前缀为国家、行业、企业代码，以“.”分隔）；RFC 3651',
  confidence: 'sourced',
  rules: {
    fields: [
      { part: 'prefix', name: { zh: '前缀', en: 'Prefix' }, length: [1, 100], alphabet: 'visible' },
      { part: 'suffix', name: { zh: '后缀', en: 'Suffix' }, length: [1, LENGTH_MAX], alphabet: 'visible' },
    ],
    hasMarks: true,
    fold: foldBy({ parse, format }),
    isUri: true,
    prior: 0,
    evidence: () => [{ bits: 20, text: { zh: '写作 Handle 标识', en: 'written as a Handle' } }],
    isMeant: (text) => SPELLED.test(text) || (CHINESE.test(text) && text.includes('/')),
  },
  parse,
  format,
  isValid: (text) => parse(text).ok,
};
