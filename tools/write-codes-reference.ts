/**
 * Writes docs/reference/codes.md from the data of packages/codes: `node tools/write-codes-reference.ts`. With `--check`
 * it writes nothing and fails where the file is not what it would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { APPLICATION_IDENTIFIERS, type Field, GS1_SCHEMES, SCHEMES, type Scheme } from '../packages/codes/src/index.ts';
import { table } from './markdown-table.ts';
import { isEntryPoint, ROOT, report } from './repository.ts';

const PATH = 'docs/reference/codes.md';

const CONFIDENCE = {
  verified: '已验算 verified',
  sourced: '有出处 sourced',
  unverified: '未核实 unverified',
} as const;

/** The whole page. */
export function codesReference(): string {
  return `${[
    '# 编码参考 · Codes',
    'Written by `node tools/write-codes-reference.ts` from the data of `packages/codes`; do not edit by hand.',
    'What each scheme looks like, where that is from, and how sure it is. A code of a scheme marked 未核实 is read all the same, and every answer says that its form is unverified.',
    '## GS1',
    gs1Schemes(),
    '## 国内与其他编码、证照 · Chinese and other schemes, licences',
    otherSchemes(),
    '## 字段 · Fields',
    ...SCHEMES.map(fieldsOf),
    '## GS1 应用标识符 · Application identifiers (GB/T 16986)',
    'Formats: `9` digits, `82` and `39` GS1 character sets, `64` base64url; `x6` six characters, `x1-20` one to twenty, `?` may be absent; what follows a colon must hold.',
    identifiers(),
  ].join('\n\n')}\n`;
}

function gs1Schemes(): string {
  const rows = GS1_SCHEMES.map(({ id, name, ai, names, standard, grammar, examples }) => [
    id.toUpperCase(),
    name.zh,
    name.en,
    `(${ai})`,
    names,
    standard,
    grammar,
    examples.map((example) => `\`${example}\``).join('<br>'),
  ]);
  const heads = ['编码', '名称', 'Name', 'AI', 'Names', 'Standard', 'Grammar', '示例 · One code in its spellings'];
  return table(heads, rows);
}

function otherSchemes(): string {
  const rows = SCHEMES.map(({ id, name, names, standard, source, effectiveFrom, confidence, note }) => [
    `\`${id}\``,
    `${name.zh} · ${name.en}`,
    names,
    standard,
    effectiveFrom ?? '',
    CONFIDENCE[confidence],
    note === undefined ? source : `${source}；${note.zh}`,
  ]);
  return table(['Id', '名称 · Name', 'Names', '标准或规定', '生效', '置信度', '出处'], rows);
}

function fieldsOf({ id, name, rules }: Scheme): string {
  const rows = rules.fields.map((field) => [
    field.literal === undefined ? `\`${field.part}\`` : `“${field.literal}”`,
    field.name === undefined ? '' : `${field.name.zh} · ${field.name.en}`,
    lengthText(field),
    field.literal === undefined ? (field.alphabet ?? 'digits') : '',
    [field.kind ?? '', valuesText(field), field.optional === true ? 'optional' : ''].filter(Boolean).join('; '),
  ]);
  return `### ${name.zh} \`${id}\`\n\n${table(['Part', '名称 · Name', 'Length', 'Alphabet', 'Rule'], rows)}`;
}

function lengthText({ literal, length }: Field): string {
  if (literal !== undefined || length === undefined) return '';
  return typeof length === 'number' ? String(length) : `${length[0]}–${length[1]}`;
}

const VALUES_SHOWN = 12;

function valuesText({ oneOf }: Field): string {
  if (oneOf === undefined) return '';
  const shown = oneOf.slice(0, VALUES_SHOWN).join(' ');
  return oneOf.length > VALUES_SHOWN ? `one of ${oneOf.length}: ${shown} …` : `one of ${shown}`;
}

function identifiers(): string {
  const rows = [...APPLICATION_IDENTIFIERS.values()].map(
    ({ ai, title, name, format, isFixed, isAttribute, needs, excludes }) => [
      ai,
      name.zh,
      title,
      `\`${format}\``,
      isFixed ? '' : 'FNC1',
      isAttribute ? '✓' : '',
      needs.map((group) => group.map((all) => all.join('+')).join(', ')).join('; '),
      excludes.join(', '),
    ],
  );
  return table(['AI', '名称', 'Title', 'Format', 'Ended by', 'In a query', 'Needs', 'Excludes'], rows);
}

if (isEntryPoint(import.meta.url)) {
  const file = join(ROOT, PATH);
  const text = codesReference();
  if (process.argv.includes('--check')) {
    const isFresh = existsSync(file) && readFileSync(file, 'utf8') === text;
    report('reference', isFresh ? [] : [`${PATH}: not what node tools/write-codes-reference.ts writes`]);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
