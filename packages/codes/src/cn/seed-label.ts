/**
 * 种子标签二维码, QR code of a seed label (《农作物种子标签二维码编码规则》): four lines.
 *
 *   variety name
 *   producer or importer
 *   unit code, at most 20 digits or letters and digits, given by the enterprise
 *   traceability web address
 *
 * The unit code is unique only within its enterprise, so both are the key.
 */
import { type Parsed, parsed, refused } from '../parsed.ts';
import { type CodeParts, foldBy, type Scheme, type SchemeFacts } from '../scheme.ts';

const FACTS: SchemeFacts = {
  id: 'cn-seed',
  name: { zh: '种子标签二维码', en: 'Seed label' },
  names: 'instance',
  standard: '《农作物种子标签二维码编码规则》（农业部办公厅，2016年9月18日）',
  source: '《农作物种子标签二维码编码规则》转载',
  effectiveFrom: '2016-09-18',
  confidence: 'sourced',
};

const LINES = 4;
const LINE_MAX = 200; // a name or an address; longer is no label
const UNIT_MAX = 20;

function parse(text: string): Parsed<CodeParts> {
  if (text.length > LINES * LINE_MAX) return refused('length');
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  const [variety = '', enterprise = '', unit = '', address = ''] = lines;
  if (lines.length !== LINES || lines.some((line) => line === '' || line.length > LINE_MAX)) return refused('length');
  if (unit.length > UNIT_MAX) return refused('length');
  if (!/^[0-9A-Za-z]+$/.test(unit)) return refused('alphabet');
  if (!/^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?$/i.test(address)) return refused('alphabet');
  return parsed({ variety, enterprise, unit, address });
}

function format({ variety = '', enterprise = '', unit = '', address = '' }: CodeParts): string | undefined {
  const text = [variety, enterprise, unit, address].join('\n');
  return parse(text).ok ? text : undefined;
}

export const seedLabel: Scheme = {
  ...FACTS,
  rules: {
    fields: [
      { part: 'variety', name: { zh: '品种名称', en: 'Variety' }, length: [1, LINE_MAX], alphabet: 'visible' },
      { part: 'enterprise', name: { zh: '生产经营者', en: 'Enterprise' }, length: [1, LINE_MAX], alphabet: 'visible' },
      {
        part: 'unit',
        name: { zh: '单元识别代码', en: 'Unit code' },
        length: [1, UNIT_MAX],
        alphabet: 'digits-letters',
      },
      { part: 'address', name: { zh: '追溯网址', en: 'Web address' }, length: [1, LINE_MAX], alphabet: 'visible' },
    ],
    hasMarks: true,
    fold: foldBy({ parse, format }),
    prior: 0,
    evidence: () => [
      {
        bits: 30, // met nowhere else
        text: { zh: '四行文字，第三行是代码，第四行是网址', en: 'four lines, a code the third, an address the fourth' },
      },
    ],
    isMeant: (text) => text.trim().split(/\r\n?|\n/).length === LINES,
  },
  parse,
  format,
  isValid: (text) => parse(text).ok,
};
