import { parseArgs } from 'node:util';
import type { TraceAnswer, TraceDirection, TraceUnit } from '@suyuan/api';
import { digitalLinkPath } from '@suyuan/codes';
import { type Command, UsageError } from '../command.ts';
import { language, withServer } from '../server-access.ts';

export const traceCommand: Command = {
  usage: 'suyuan trace CODE… [--upstream|--downstream] [--at TIME] [--json]',
  summary: '查来源、去向、责任 · where a unit came from and where it went',
  async run(args) {
    const options = {
      upstream: { type: 'boolean' },
      downstream: { type: 'boolean' },
      at: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const { values, positionals: codes } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (codes.length === 0) throw new UsageError('缺少编码 · a code is needed');
    const direction: TraceDirection =
      values.upstream === values.downstream ? 'both' : values.upstream ? 'upstream' : 'downstream';
    const answer = await withServer(({ client }) =>
      client.trace({ codes, direction, ...(values.at === undefined ? {} : { at: values.at }) }),
    );
    process.stdout.write(values.json === true ? `${JSON.stringify(answer)}\n` : report(answer));
  },
};

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
    none: 'no record of this code',
    cut: 'cut short',
  },
} as const;

/** The answer for a person: units by role with their bounds, anomalies, counts. */
function report(answer: TraceAnswer): string {
  const words = WORDS[language()];
  if (answer.events.length === 0) return `${words.none}\n`;
  const lines: string[] = [];
  for (const role of ['start', 'source', 'affected', 'carrier'] as const) {
    const units = answer.units.filter((unit) => unit.role === role);
    if (units.length > 0) lines.push(`${words[role]} ${units.length}`, ...units.map(unitLine));
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

function unitLine({ code, since, until, hops, holder }: TraceUnit): string {
  const bounds = since === undefined && until === undefined ? '' : `  ${since ?? '…'} → ${until ?? '…'}`;
  return `  ${String(hops).padStart(2)}  ${short(code)}${bounds}${holder === undefined ? '' : `  ${short(holder)}`}`;
}

function short(code: string): string {
  return digitalLinkPath(code) ?? code;
}
