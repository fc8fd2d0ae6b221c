import { readFileSync } from 'node:fs';
import {
  type CodeReading,
  type CompanyPrefixes,
  concealed,
  type DetectedCode,
  type Detection,
  equivalents,
  GS1_SCHEMES,
  interpret,
  readCompanyPrefixes,
  SCHEMES,
} from '@suyuan/codes';
import type { Command } from 'commander';
import { jsonOption, newCommand, oneOf, Refused } from '../command.ts';
import { language } from '../language.ts';

interface CodeOptions {
  readonly json?: boolean;
}

interface ConvertOptions extends CodeOptions {
  readonly to?: string;
  readonly companyPrefixes?: string;
}

const CODES = ['<CODE...>', '编码，- 表示标准输入的各行 · codes; - stands for the lines of standard input'] as const;

/** Needs no server: a code says what it is by itself. */
export function declare(command: Command): Command {
  command
    .argument(...CODES)
    .addOption(jsonOption())
    .action((codes: readonly string[], { json }: CodeOptions) => parse(codesOf(codes), json === true));
  // An option before the name of the subcommand belongs to the command above it; both are the person's.
  const optionsOf = (sub: Command): ConvertOptions => sub.optsWithGlobals();
  command.addCommand(
    newCommand('parse', '是什么码（同 suyuan code CODE）· what a code is, as suyuan code CODE')
      .argument(...CODES)
      .addOption(jsonOption())
      .action((codes: readonly string[], _, sub: Command) => parse(codesOf(codes), optionsOf(sub).json === true)),
  );
  command.addCommand(
    newCommand('convert', '换算为其他写法 · write a code in its other spellings')
      .argument(...CODES)
      .option(
        '--to <FORM>',
        `只要这种写法 · this spelling only: ${Object.keys(FORMS).join(', ')}`,
        oneOf(Object.keys(FORMS)),
      )
      .option('--company-prefixes <FILE>', 'GS1 厂商识别代码长度表（JSON）· GS1 list of company prefix lengths, JSON')
      .addOption(jsonOption())
      .action((codes: readonly string[], _, sub: Command) => {
        const { to, companyPrefixes: path, json } = optionsOf(sub);
        const prefixes = path === undefined ? undefined : readPrefixes(path);
        convert(codesOf(codes), { to, prefixes, isJson: json === true });
      }),
  );
  command.addCommand(
    newCommand('schemes', '列出全部编码体系 · list every scheme that is read')
      .addOption(jsonOption())
      .action((_, sub: Command) => listSchemes(optionsOf(sub).json === true)),
  );
  return command;
}

/** The codes of the command line; `-` stands for the lines of standard input. */
function codesOf(given: readonly string[]): readonly string[] {
  return given.flatMap((code) =>
    code === '-'
      ? readFileSync(0, 'utf8')
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '')
      : [code],
  );
}

function readPrefixes(path: string): CompanyPrefixes {
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const prefixes = readCompanyPrefixes(list);
  if (prefixes === undefined) throw new Refused(`${path}: 不是 GS1 厂商识别代码长度表 · no GS1 company prefix list`);
  return prefixes;
}

function parse(codes: readonly string[], isJson: boolean): void {
  let refused = 0;
  for (const code of codes) {
    const { reading, detection, code: text } = interpret(code);
    const one = reading.canonical;
    if (!reading.wellFormed) refused += 1;
    if (isJson) {
      const spellings = reading.wellFormed ? [one, ...equivalents(one)].filter((each) => each !== text) : [];
      process.stdout.write(`${asTold({ ...reading, ...detection, code, equivalents: spellings }, reading)}\n`);
    } else process.stdout.write(`${concealed(code, reading)}\n${reportAll(reading, detection)}`);
  }
  if (refused > 0) throw new Refused(`${refused} 个编码有误 · ${refused} codes are broken`);
}

const TEXTS = new Set(['code', 'text', 'canonical', 'classOf']);

/** JSON without the number of a person, which every reading of it has for its key. */
function asTold(answer: object, reading: CodeReading): string {
  return JSON.stringify(answer, (name, value: unknown) =>
    TEXTS.has(name) && typeof value === 'string' ? concealed(value, reading) : value,
  );
}

function unknown(): string {
  return language() === 'zh'
    ? '  没有编码体系认识它，按原样作为追溯单元\n'
    : '  no scheme knows it; it is a unit as it stands\n';
}

/** What the code is taken for first, marked as that; then what it may be as well. */
function reportAll(reading: CodeReading, { readings }: Detection): string {
  const leading = readings.find(({ canonical: key, scheme }) => key === reading.canonical && scheme === reading.scheme);
  const others = readings.filter((each) => each !== leading).map((each) => report(each, false));
  return [leading === undefined ? unknown() : report(leading, true), ...others].join('');
}

/** One reading in a few lines: what it is, its one spelling, its parts, why. */
function report(reading: DetectedCode, isLeading: boolean): string {
  const lang = language();
  const {
    name,
    kind,
    scheme,
    wellFormed,
    refusal,
    parts,
    reasons,
    canonical: one,
    confidence,
    findings = [],
  } = reading;
  const mark = wellFormed ? (isLeading ? '✓' : '·') : '✗';
  const unsure = confidence === 'unverified' ? (lang === 'zh' ? '（格式未核实）' : ' (form unverified)') : '';
  const lines = [
    `${mark} ${name[lang]} [${kind ?? scheme}]${unsure}`,
    ...(refusal === undefined ? [`  ${concealed(one, reading)}`] : [`  ${refusal.message[lang]} (${refusal.reason})`]),
    ...Object.entries(parts).map(([part, value]) => `  ${part}: ${value}`),
    ...findings.map((finding) => `  ! ${finding[lang]}`),
    ...(reasons.length === 0 ? [] : [`  ${reasons.map((reason) => reason[lang]).join(lang === 'zh' ? '；' : '; ')}`]),
  ];
  return `${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

interface Conversion {
  readonly to: string | undefined;
  readonly prefixes: CompanyPrefixes | undefined;
  readonly isJson: boolean;
}

const FORMS: Readonly<Record<string, RegExp>> = {
  link: /^https:\/\/id\.gs1\.org\/\d/,
  urn: /^urn:/,
  elements: /^\(/,
  scan: /^\]/,
  compressed: /^https:\/\/id\.gs1\.org\/[\w-]+$/,
};

/** Writes the spelling asked for, or all there are; what has none is refused. */
function convert(codes: readonly string[], { to, prefixes, isJson }: Conversion): void {
  const form = FORMS[to ?? ''];
  let missing = 0;
  for (const code of codes) {
    const { reading } = interpret(code);
    const one = reading.canonical;
    const all = reading.wellFormed ? [one, ...equivalents(one, prefixes)] : [];
    const wanted = [...new Set(form === undefined ? all : all.filter((spelling) => form.test(spelling)))];
    if (wanted.length === 0) {
      process.stderr.write(`${concealed(code, reading)}: 没有这种写法 · has no such spelling\n`);
      missing += 1;
    } else if (isJson) process.stdout.write(`${JSON.stringify({ code, spellings: wanted })}\n`);
    else process.stdout.write(`${(form === undefined ? wanted : wanted.slice(0, 1)).join('\n')}\n`);
  }
  if (missing > 0) throw new Refused(`${missing} 个编码无法换算 · ${missing} codes cannot be converted`);
}

function listSchemes(isJson: boolean): void {
  const rows = [
    ...GS1_SCHEMES.map(({ id, name, standard }) => ({ id: `gs1/${id}`, name, standard, confidence: 'sourced' })),
    ...SCHEMES.map(({ id, name, standard, confidence }) => ({ id, name, standard, confidence })),
  ];
  const lang = language();
  for (const row of rows) {
    const line = `${row.id.padEnd(36)} ${row.confidence.padEnd(11)} ${row.name[lang]}（${row.standard}）`;
    process.stdout.write(`${isJson ? JSON.stringify(row) : line}\n`);
  }
}
