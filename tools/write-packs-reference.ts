/**
 * Writes docs/reference/packs/*.md and docs/reference/pack.schema.json from packages/profiles: `node tools/write-packs-reference.ts`.
 * With `--check` it writes nothing and fails where a file is not what it would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Dated,
  type Duration,
  KNOWN_CHECKS,
  PACKS,
  type Pack,
  PackSchema,
  readPack,
} from '../packages/profiles/src/index.ts';
import { table } from './markdown-table.ts';
import { absentPage } from './packs-absent-page.ts';
import { isEntryPoint, ROOT, report } from './repository.ts';

const FOLDER = 'docs/reference/packs';
const SCHEMA = 'docs/reference/pack.schema.json';

type Words = { readonly zh: string; readonly en: string };
const both = ({ zh, en }: Words): string => `${zh} · ${en}`;
const codes = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(' ');

const UNITS: Readonly<Record<Duration['unit'], Words>> = {
  minute: { zh: '分钟', en: 'minutes' },
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '日', en: 'days' },
  workday: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
};
const durationText = ({ amount, unit }: Duration): string =>
  `${amount} ${UNITS[unit].zh} · ${amount} ${UNITS[unit].en}`;

function validText({ from, until }: Pick<Dated, 'from' | 'until'>): string {
  if (from === undefined && until === undefined) return '';
  return `${from ?? ''} — ${until ?? ''}`.trim();
}

function basisText({ sources }: Pack, { source, clause, confidence, ...dated }: Dated): string[] {
  const { title, number } = sources[source] ?? { title: { zh: source, en: source } };
  return [[title.zh, number, clause].filter((part) => part !== undefined).join(' '), validText(dated), confidence];
}
const BASIS = ['依据 · Basis', '有效 · In force', '置信度 · Confidence'];

/** Each page by its path. */
export function packReference(): Map<string, string> {
  const packs = PACKS.map((given) => {
    const read = readPack(given, KNOWN_CHECKS);
    if (!read.ok) throw new Error(read.faults.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
    return read.pack;
  });
  return new Map([
    [SCHEMA, `${JSON.stringify(PackSchema, null, 2)}\n`],
    [`${FOLDER}/README.md`, indexPage(packs)],
    [`${FOLDER}/absent.md`, absentPage(packs, WRITTEN)],
    ...packs.map((pack) => [`${FOLDER}/${pack.id}.md`, packPage(pack)] as const),
  ]);
}

const WRITTEN =
  'Written by `node tools/write-packs-reference.ts` from the data of `packages/profiles`; do not edit by hand.';

function indexPage(packs: readonly Pack[]): string {
  const rows = packs.map((pack) => [
    `[\`${pack.id}\`](${pack.id}.md)`,
    both(pack.name),
    pack.version,
    String(new Set(pack.stages.map(({ id }) => id)).size),
    String(Object.keys(pack.elements).length),
    String(pack.rules.length),
    String(pack.clocks.length),
    String(pack.ledgers.length),
  ]);
  const head = [
    'Id',
    '名称 · Name',
    '版本',
    '环节 · Stages',
    '数据元 · Elements',
    '规则 · Rules',
    '期限 · Clocks',
    '台账 · Ledgers',
  ];
  return `${[
    '# 品类规则包 · Category packs',
    WRITTEN,
    'Confidence: **A** the clause was read in a full text, **B** a named page quotes it, **C** one secondary source, **V** computed on real numbers, **unverified** looked for and not found: such an item refuses nothing. The form of a pack is [pack.schema.json](../pack.schema.json).',
    '[未收入和未核实的内容 · What is not in the packs, and what is not verified](absent.md)',
    table(head, rows),
  ].join('\n\n')}\n`;
}

interface Section {
  readonly title: string;
  readonly head: readonly string[];
  rows(pack: Pack): readonly (readonly string[])[];
}

const SECTIONS: readonly Section[] = [
  {
    title: '## 环节 · Stages',
    head: ['Id', '名称 · Name', 'EPCIS', '条件 · When', ...BASIS],
    rows: (pack) =>
      pack.stages.map((stage) => [
        `\`${stage.id}\``,
        both(stage.name),
        `${stage.event.types.join(', ')}: ${[...stage.event.bizSteps, ...(stage.event.dispositions ?? [])].join(', ')}`,
        stage.event.when === undefined ? '' : `\`${stage.event.when}\``,
        ...basisText(pack, stage),
      ]),
  },
  {
    title: '## 各环节应记录的内容 · What each stage has to hold',
    head: ['环节 · Stage', '数据元 · Element', '约束 · Need', ...BASIS],
    rows: (pack) =>
      pack.requirements.map((each) => [
        `\`${each.stage}\``,
        `${pack.elements[each.element]?.name.zh ?? ''} \`${each.element}\``,
        each.when === undefined ? NEEDS[each.need] : `${NEEDS[each.need]} \`${each.when}\``,
        ...basisText(pack, each),
      ]),
  },
  {
    title: '## 数据元 · Elements',
    head: ['Id', '名称 · Name', '定义 · Definition', '类型 · Type', '值域 · Domain', '公开 · Level', '位置 · Where'],
    rows: (pack) =>
      Object.entries(pack.elements).map(([id, element]) => [
        `\`${id}\``,
        both(element.name),
        element.definition === undefined ? '' : both(element.definition),
        element.unit === undefined ? element.type : `${element.type} (${element.unit})`,
        domainText(element),
        levelText(element),
        codes(element.at),
      ]),
  },
  {
    title: '## 规则 · Rules',
    head: ['Id', '规则 · Rule', '环节 · Stages', '违反时 · When broken', '后果 · Effect', '办法 · Way out', ...BASIS],
    rows: (pack) =>
      pack.rules.map((rule) => [
        `\`${rule.id}\``,
        both(rule.name),
        codes(rule.stages),
        `\`${rule.when ?? rule.check ?? ''}\``,
        rule.effect === 'refuse' ? '拒收 · refused' : '提示 · flagged',
        rule.within === undefined ? both(rule.wayOut) : `${both(rule.wayOut)} (${durationText(rule.within)})`,
        ...basisText(pack, rule),
      ]),
  },
  {
    title: '## 期限 · Clocks',
    head: ['Id', '期限 · Clock', '从 · From', '到 · To', '时间 · Within', '条件 · When', ...BASIS],
    rows: (pack) =>
      pack.clocks.map((clock) => [
        `\`${clock.id}\``,
        both(clock.name),
        codes([...clock.starts, ...(clock.startsAt === undefined ? [] : [clock.startsAt])]),
        codes(clock.ends),
        clock.dayOfNextMonth === undefined
          ? durationText(clock.within)
          : `次月 ${clock.dayOfNextMonth} 日前 · by the ${clock.dayOfNextMonth}th`,
        clock.when === undefined ? '' : `\`${clock.when}\``,
        ...basisText(pack, clock),
      ]),
  },
  {
    title: '## 台账 · Ledgers',
    head: ['Id', '名称 · Name', '环节 · Stages', '栏目 · Columns', ...BASIS],
    rows: (pack) =>
      pack.ledgers.map((ledger) => [
        `\`${ledger.id}\``,
        both(ledger.name),
        codes(ledger.stages),
        ledger.columns.map((id) => pack.elements[id]?.name.zh ?? id).join('、'),
        ...basisText(pack, ledger),
      ]),
  },
  {
    title: '## 数量账 · Accounts of quantities',
    head: [
      'Id',
      '名称 · Name',
      '按 · By',
      '进 · In',
      '出 · Out',
      '损耗 · Loss',
      '盘点 · Counted',
      '允差 · Tolerance',
      ...BASIS,
    ],
    rows: (pack) =>
      (pack.balances ?? []).map(({ id, name, by, entries, tolerance = 0, ...dated }) => {
        const of = (effect: string): string =>
          codes(entries.flatMap((entry) => (entry.effect === effect ? [entry.stage] : [])));
        const bys = { lot: '批次 · lot', product: '产品 · product', whole: '单位 · organisation' };
        return [
          `\`${id}\``,
          both(name),
          bys[by],
          ...[of('in'), of('out'), of('loss'), of('count')],
          `${tolerance}%`,
          ...basisText(pack, dated),
        ];
      }),
  },
  {
    title: '## 报送 · Filings',
    head: ['Id', '名称 · Name', '报给 · To', '栏目 · Columns', ...BASIS],
    rows: (pack) =>
      pack.filings.map((filing) => [
        `\`${filing.id}\``,
        both(filing.name),
        both(filing.to),
        filing.columns.map(({ heading }) => heading).join('、'),
        ...basisText(pack, filing),
      ]),
  },
  {
    title: '## 保存期限 · Retention',
    head: ['记录 · Records', '环节 · Stages', '保存 · Keep', '起算 · After', ...BASIS],
    rows: (pack) =>
      pack.retention.map((each) => [
        both(each.name),
        codes(each.stages),
        each.otherwise === undefined
          ? durationText(each.keep)
          : `${durationText(each.keep)}（没有时 ${durationText(each.otherwise.keep)}）`,
        each.after === 'event' ? '记录 · the record' : `\`${each.after}\``,
        ...basisText(pack, each),
      ]),
  },
  {
    title: '## 许可 · Licences',
    head: ['Id', '名称 · Name', '谁 · Whose', '环节 · Stages', '格式 · Form', ...BASIS],
    rows: (pack) =>
      pack.licences.map((licence) => [
        `\`${licence.id}\``,
        both(licence.name),
        licence.of,
        codes(licence.stages),
        licence.pattern === undefined ? '' : `\`${licence.pattern}\``,
        ...basisText(pack, licence),
      ]),
  },
  {
    title: '## 召回级别 · Recall classes',
    head: ['级别 · Class', '定义 · Definition', '启动 · Start', '完成 · Complete', ...BASIS],
    rows: (pack) =>
      pack.recallClasses.map((each) => [
        both(each.name),
        both(each.definition),
        durationText(each.start),
        each.complete === undefined ? '' : durationText(each.complete),
        ...basisText(pack, each),
      ]),
  },
  {
    title: '## 公众页面 · Public page',
    head: ['分组 · Group', '内容 · Elements', ...BASIS],
    rows: (pack) =>
      pack.publicPage.groups.map((group) => [
        both(group.name),
        group.elements.map((id) => pack.elements[id]?.name.zh ?? id).join('、'),
        ...basisText(pack, group),
      ]),
  },
  {
    title: '## 未收入的内容 · What is not in it, and why',
    head: ['内容 · What', '原因 · Why', '来源 · Source'],
    rows: (pack) =>
      pack.absent.map(({ what, why, source }) => [
        both(what),
        both(why),
        source === undefined ? '' : (pack.sources[source]?.title.zh ?? source),
      ]),
  },
  {
    title: '## 来源 · Sources',
    head: ['Id', '名称 · Title', '文号 · Number', '施行 · In force'],
    rows: (pack) =>
      Object.entries(pack.sources).map(([id, { title, number = '', inForce = '' }]) => [
        `\`${id}\``,
        both(title),
        number,
        inForce,
      ]),
  },
];

function packPage(pack: Pack): string {
  return `${[
    `# ${both(pack.name)} \`${pack.id}\` ${pack.version}`,
    WRITTEN,
    ...SECTIONS.flatMap(({ title, head, rows }) => [title, table(head, rows(pack))]),
    '## 代码表 · Code lists',
    ...Object.entries(pack.codeLists).map(codeList),
  ].join('\n\n')}\n`;
}

function codeList([id, { name, values }]: readonly [string, Pack['codeLists'][string]]): string {
  const rows = values.map((value) => [`\`${value.code}\``, both(value.name), codes(value.includes ?? [])]);
  return `### ${both(name)} \`${id}\`\n\n${table(['代码 · Code', '名称 · Name', '包含 · Takes in'], rows)}`;
}

const NEEDS = { required: '必填 · required', conditional: '条件 · if', optional: '选填 · optional' } as const;

function levelText({ level, isPersonal, publicCodes }: Pack['elements'][string]): string {
  return [
    level,
    ...(isPersonal === true ? ['个人信息 · personal'] : []),
    ...(publicCodes === undefined ? [] : [`对所有人公开 · public: ${codes(publicCodes)}`]),
  ].join(', ');
}

function domainText({ codeList, pattern, min, max }: Pack['elements'][string]): string {
  return [
    ...(codeList === undefined ? [] : [`代码表 \`${codeList}\``]),
    ...(pattern === undefined ? [] : [`\`${pattern}\``]),
    ...(min === undefined && max === undefined ? [] : [`${min ?? ''} … ${max ?? ''}`]),
  ].join('; ');
}

if (isEntryPoint(import.meta.url)) {
  const pages = packReference();
  if (process.argv.includes('--check')) {
    const stale = [...pages].filter(
      ([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text,
    );
    report(
      'packs',
      stale.map(([path]) => `${path}: not what node tools/write-packs-reference.ts writes`),
    );
  } else {
    for (const [path, text] of pages) {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true });
      writeFileSync(join(ROOT, path), text);
    }
  }
}
