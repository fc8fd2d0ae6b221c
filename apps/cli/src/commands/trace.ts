import { once } from 'node:events';
import type { Client, TraceAnswer, TraceDirection, TraceUnit } from '@suyuan/api';
import { concealed, digitalLinkPath, interpret } from '@suyuan/codes';
import { type Command, Option } from 'commander';
import { jsonOption, Refused, wholeNumber } from '../command.ts';
import { language } from '../language.ts';
import { withServer } from '../server-access.ts';

interface TraceOptions {
  readonly upstream?: boolean;
  readonly downstream?: boolean;
  readonly at?: string;
  readonly hops?: number;
  readonly csv?: (typeof LISTS)[number];
  readonly json?: boolean;
}

const HOPS_MAX = 10_000;
const LISTS = ['units', 'events', 'links', 'custody', 'anomalies'] as const;

/** Of a code whose name is asked for: more would not fit a request, and are no codes of products or parties. */
const NAMED_CODE_LENGTH_MAX = 100;

export function declare(command: Command): Command {
  return command
    .argument('<CODE...>', '编码：数字链接、URN、条码内容等 · codes: Digital Link, URN, what a scanner reads …')
    .option('--upstream', '只查来源 · sources only')
    .option('--downstream', '只查去向 · whereabouts only')
    .option(
      '--at <TIME>',
      '从这个时刻起（去向）或至此为止（来源），RFC 3339 · downstream since, upstream until this time',
    )
    .option('--hops <N>', '最多追几个环节 · no further than so many hops', wholeNumber(0, HOPS_MAX))
    .addOption(new Option('--csv <LIST>', '将一个清单输出为 CSV · one list of the answer as CSV').choices([...LISTS]))
    .addOption(jsonOption())
    .action(trace);
}

async function trace(codes: readonly string[], options: TraceOptions): Promise<void> {
  const { upstream, downstream, at, hops, csv, json } = options;
  refuseBroken(codes);
  const direction: TraceDirection = upstream === downstream ? 'both' : upstream ? 'upstream' : 'downstream';
  await withServer(async ({ client }) => {
    const request = {
      codes: codes.map((code) => interpret(code).code),
      direction,
      ...(at === undefined ? {} : { at }),
      ...(hops === undefined ? {} : { hopsMax: hops }),
    };
    if (csv !== undefined) {
      for await (const part of (await client.traceAs(request, { format: 'csv', only: csv })) ?? []) {
        if (!process.stdout.write(part)) await once(process.stdout, 'drain');
      }
      return;
    }
    const answer = await client.trace(request);
    if (json === true) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else if (answer.events.length > 0) process.stdout.write(report(answer, await namesIn(answer, client)));
    if (answer.events.length > 0) return;
    const unknown = codes.filter((code) => interpret(code).reading.scheme === 'unknown');
    if (unknown.length > 0) throw new Refused(noSuchCode(unknown.join(' ')));
    if (json !== true) process.stdout.write(`${WORDS[language()].none}\n`);
  });
}

/** A broken code is refused with the reason: that nothing is recorded of it would mislead. */
function refuseBroken(codes: readonly string[]): void {
  const lang = language();
  const broken = codes.flatMap((code) => {
    const { reading } = interpret(code);
    const { refusal, name } = reading;
    if (refusal === undefined) return [];
    return [
      `✗ ${concealed(code, reading)}${lang === 'zh' ? '：' : ': '}${name[lang]} · ${refusal.message[lang]} (${refusal.reason})`,
    ];
  });
  if (broken.length > 0) throw new Refused(broken.join('\n'));
}

function noSuchCode(codes: string): string {
  return language() === 'zh'
    ? `✗ ${codes}：没有编码体系认识它，也没有它的记录`
    : `✗ ${codes}: no scheme knows it, and nothing is recorded of it`;
}

/** What the products and holders of the answer are called, in the language of the terminal. */
async function namesIn({ units }: TraceAnswer, client: Client): Promise<ReadonlyMap<string, string>> {
  const codes = new Set(units.flatMap(({ product, holder }) => [product ?? [], holder ?? []].flat()));
  const names = await client.names([...codes].filter((code) => code.length <= NAMED_CODE_LENGTH_MAX));
  return new Map(names.map(({ code, name }) => [code, name[language()]]));
}

const WORDS = {
  zh: {
    start: '所查',
    source: '来源',
    affected: '去向',
    carrier: '容器',
    events: '事件',
    anomalies: '异常',
    none: '没有该编码的记录',
    cut: '结果不完整',
  },
  en: {
    start: 'asked',
    source: 'sources',
    affected: 'affected',
    carrier: 'carriers',
    events: 'events',
    anomalies: 'anomalies',
    none: 'nothing is recorded of this code',
    cut: 'cut short',
  },
} as const;

/** The answer for a person: units by role with product, bounds and holder, anomalies, counts. */
function report(answer: TraceAnswer, names: ReadonlyMap<string, string>): string {
  const words = WORDS[language()];
  const lines: string[] = [];
  for (const role of ['start', 'source', 'affected', 'carrier'] as const) {
    const units = answer.units.filter((unit) => unit.role === role);
    if (units.length > 0) lines.push(`${words[role]} ${units.length}`, ...units.map((unit) => unitLine(unit, names)));
  }
  lines.push(`${words.events} ${answer.events.length}`);
  if (answer.anomalies.length > 0) {
    lines.push(`${words.anomalies} ${answer.anomalies.length}`);
    for (const { kind, code, message } of answer.anomalies) lines.push(`  ${kind}  ${short(code)}  ${message}`);
  }
  if (!answer.completeness.complete)
    lines.push(`${words.cut}: ${answer.completeness.limits.map(({ limit }) => limit).join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function unitLine(
  { code, product, since, until, hops, holder }: TraceUnit,
  names: ReadonlyMap<string, string>,
): string {
  const parts = [
    String(hops).padStart(2),
    short(code),
    (product === undefined ? undefined : names.get(product)) ?? '',
    since === undefined && until === undefined ? '' : `${since ?? '…'} → ${until ?? '…'}`,
    holder === undefined ? '' : (names.get(holder) ?? short(holder)),
  ];
  return `  ${parts.filter((part) => part !== '').join('  ')}`;
}

function short(code: string): string {
  return digitalLinkPath(code) ?? code;
}
