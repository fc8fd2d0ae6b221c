/**
 * Ecode, 物联网标识体系 物品编码 (GB/T 31866-2023):
 *
 *   version V 1 · number system NSI 4 or 5 · master code MD
 *
 * Version 1 and 2 have an NSI of four digits and a master code of digits; version 3 and 4 an NSI of five and a master
 * code of letters and digits, of any script in version 4. Version 0 is kept for GS1 codes. These lengths are from
 * memory. A bare Ecode looks like any number, so it is read
 * behind `ecode:` or `Ecode=` only.
 */
import { type Parsed, parsed, refused } from './parsed.ts';
import { type CodeParts, foldBy, type Scheme } from './scheme.ts';

interface Version {
  readonly nsi: number;
  readonly codeMax: number;
  readonly code: RegExp;
}

const VERSIONS: Readonly<Record<string, Version>> = {
  1: { nsi: 4, codeMax: 20, code: /^\d+$/ },
  2: { nsi: 4, codeMax: 28, code: /^\d+$/ },
  3: { nsi: 5, codeMax: 39, code: /^[0-9A-Za-z]+$/ },
  4: { nsi: 5, codeMax: 100, code: /^[\x21-\x7e\p{L}\p{N}]+$/u },
};

function parse(body: string): Parsed<CodeParts> {
  if (body === '') return refused('length');
  const version = VERSIONS[body.charAt(0)];
  if (version === undefined) return refused('registry');
  const nsi = body.slice(1, 1 + version.nsi);
  const code = body.slice(1 + version.nsi);
  if (nsi.length < version.nsi || code === '' || code.length > version.codeMax) return refused('length');
  if (!/^\d+$/.test(nsi) || !version.code.test(code)) return refused('alphabet');
  return parsed({ version: body.charAt(0), nsi, code });
}

function format({ version = '', nsi = '', code = '' }: CodeParts): string | undefined {
  const text = version + nsi + code;
  return parse(text).ok ? text : undefined;
}

export const ecode: Scheme = {
  id: 'ecode',
  name: { zh: '物品编码 Ecode', en: 'Ecode' },
  names: 'instance',
  standard: 'GB/T 31866-2023',
  source: 'GB/T 31866 介绍；各版本位数未见正文',
  effectiveFrom: '2023-12-01',
  confidence: 'unverified',
  rules: {
    fields: [
      { part: 'version', name: { zh: '版本', en: 'Version' }, length: 1 },
      { part: 'nsi', name: { zh: '编码体系标识', en: 'Number system' }, length: [4, 5] },
      { part: 'code', name: { zh: '主码', en: 'Master code' }, length: [1, 100], alphabet: 'visible' },
    ],
    fold: foldBy({ parse, format }),
    prior: 0,
    isOpaque: true,
  },
  parse,
  format,
  isValid: (text) => parse(text).ok,
};
