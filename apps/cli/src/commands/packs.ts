import { createReadStream } from 'node:fs';
import { type EventFacts, eventFacts, readContext, ScanFault } from '@suyuan/epcis';
import { CHECKS, judge, loadPack, type Pack, type PackFinding } from '@suyuan/profiles';
import type { Command } from 'commander';
import { jsonOption, newCommand, Refused } from '../command.ts';
import { bindingOfFile, documentFiles, scannerFor } from '../document-files.ts';
import { language } from '../language.ts';
import { createOutput, type Output } from '../output.ts';
import { ownPacks } from '../own-packs.ts';
import { packOf } from '../pack-file.ts';
import { packsDiffCommand } from './packs-diff.ts';
import { packsAddCommand, packsWithdrawCommand } from './packs-operate.ts';

export function declare(command: Command): Command {
  return command
    .addCommand(
      newCommand('list', '随程序提供的规则包 · the packs that come with the program')
        .addOption(jsonOption())
        .action(list),
    )
    .addCommand(
      newCommand('check', '检查自己编写的规则包 · checks packs of one’s own')
        .argument('<FILE...>', 'JSON 文件 · JSON files')
        .addOption(jsonOption())
        .action(check),
    )
    .addCommand(
      newCommand(
        'judge',
        '按规则包检查 EPCIS 文档，不采集 · what packs find of EPCIS documents, without capturing them',
      )
        .argument('<FILE|DIR...>', '文件或文件夹；所有文件一起作为历史 · files or folders; all of them are the history')
        .option('--pack <ID>', '只用这一个规则包 · this pack alone')
        .option('--with <FILE>', '再加上自己编写的规则包 · a pack of one’s own beside them')
        .addOption(jsonOption())
        .action(judgeFiles),
    )
    .addCommand(packsDiffCommand())
    .addCommand(packsAddCommand())
    .addCommand(packsWithdrawCommand());
}

interface Json {
  readonly json?: boolean;
}

function list({ json }: Json): void {
  const output = createOutput(json === true);
  for (const { id, version, name, stages, rules } of ownPacks()) {
    const count = new Set(stages.map((stage) => stage.id)).size;
    output.line(`${id} ${version}  ${name[language()]}  ${count} 个环节 · stages, ${rules.length} 条规则 · rules`, {
      id,
      version,
      name,
      stages: count,
      rules: rules.length,
    });
  }
}

function check(files: readonly string[], { json }: Json): void {
  const output = createOutput(json === true);
  const faulty = files.filter((file) => packOf(file, output) === undefined).length;
  if (faulty > 0) throw new Refused(`${faulty} / ${files.length} 个规则包有误 · packs are faulty`);
}

interface JudgeOptions extends Json {
  readonly pack?: string;
  readonly with?: string;
}

async function judgeFiles(paths: readonly string[], options: JudgeOptions): Promise<void> {
  const output = createOutput(options.json === true);
  const packs = packsFor(options, output).map((pack) => loadPack(pack, CHECKS));
  const files = documentFiles(paths);
  const events = (await Promise.all(files.map(factsOf))).flat();
  if (events.length > EVENTS_MAX) throw new Refused(`超过 ${EVENTS_MAX} 个事件 · more than ${EVENTS_MAX} events`);
  const history = historyOf(events);
  let [judged, found] = [0, 0];
  for (const { file, index, facts } of events) {
    for (const { findings } of packs.flatMap((pack) => judge(pack, facts, { history }) ?? [])) {
      judged += 1;
      found += findings.length;
      for (const finding of findings) tell(output, { file, index, finding });
    }
  }
  const text = `${events.length} 个事件，${judged} 次判断，${found} 条发现 · ${events.length} events, judged ${judged} times, ${found} findings`;
  output.line(text, { events: events.length, judged, findings: found });
  if (found > 0) throw new Refused(`有 ${found} 条发现 · ${found} findings`);
}

const EVENTS_MAX = 100_000; // all of them are held in memory, as each other's history

function packsFor({ pack: wanted, with: more }: JudgeOptions, output: Output): Pack[] {
  const own = more === undefined ? [] : [packOf(more, output)].filter((pack) => pack !== undefined);
  if (more !== undefined && own.length === 0) throw new Refused(`${more} 有误 · is faulty`);
  const all = [...ownPacks().filter(({ id }) => own.every((each) => each.id !== id)), ...own];
  const chosen = wanted === undefined ? all : all.filter(({ id }) => id === wanted);
  if (chosen.length > 0) return chosen;
  throw new Refused(
    `没有规则包 ${wanted}；有 · there is no pack ${wanted}; there are: ${all.map(({ id }) => id).join(', ')}`,
  );
}

interface FileEvent {
  readonly file: string;
  readonly index: number;
  readonly facts: EventFacts;
}

async function factsOf(file: string): Promise<FileEvent[]> {
  const scanner = scannerFor(bindingOfFile(file));
  const values: { readonly index: number; readonly value: unknown }[] = [];
  try {
    for await (const chunk of createReadStream(file)) {
      for (const { index, value, faults } of scanner.push(chunk)) {
        if (faults.length > 0)
          throw new Refused(`${file}: 文档有误，请先用 suyuan validate 检查 · is faulty: see suyuan validate`);
        values.push({ index, value });
      }
    }
    const context = readContext(scanner.end().context);
    return values.map(({ index, value }) => ({ file, index, facts: eventFacts(value, context) }));
  } catch (error) {
    if (error instanceof ScanFault) throw new Refused(`${file}: ${error.finding.message[language()]}`);
    throw error;
  }
}

type History = (code: string) => readonly EventFacts[];

/** In the order of their times. */
function historyOf(events: readonly FileEvent[]): History {
  const byUnit = new Map<string, EventFacts[]>();
  for (const { facts } of events.toSorted((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs)) {
    for (const code of new Set(facts.units.map((unit) => unit.code))) {
      const list = byUnit.get(code);
      if (list === undefined) byUnit.set(code, [facts]);
      else list.push(facts);
    }
  }
  return (code) => byUnit.get(code) ?? [];
}

const MARKS: Readonly<Record<PackFinding['effect'], string>> = { refuse: '✗', flag: '!', unknown: '?' };

function tell(
  output: Output,
  { file, index, finding }: { readonly file: string; readonly index: number; readonly finding: PackFinding },
): void {
  const { pack, stage, effect, message, wayOut, basis, unit, dueAt, lastDay = dueAt } = finding;
  const say = language();
  const lines = [
    `${MARKS[effect]} ${file} #${index} [${pack}/${stage}] ${message[say]}${unit === undefined ? '' : `  ${unit}`}`,
    `    ${basis[say]}`,
    `    → ${wayOut[say]}${lastDay === undefined ? '' : ` (≤ ${lastDay})`}`,
  ];
  output.line(lines.join('\n'), { file, index, ...finding });
}
