import { differencesOf, type Pack, turnsBetween } from '@suyuan/profiles';
import { type Command, InvalidArgumentError } from 'commander';
import { jsonOption, newCommand, Refused, UsageError } from '../command.ts';
import { language } from '../language.ts';
import { createOutput, type Output } from '../output.ts';
import { ownPacks } from '../own-packs.ts';
import { packOf } from '../pack-file.ts';

export function packsDiffCommand(): Command {
  return newCommand(
    'diff',
    '两个版本有何不同，或同一规则包在两日之间有何变动 · how two versions differ, or what turns between two days of one',
  )
    .argument('<PACK>', '编号，或 JSON 文件 · an id, or a JSON file')
    .argument('[OTHER]', '另一个版本 · another version')
    .option('--from <DAY>', '变动晚于此日 · turns after this day, as 2026-06-30', dayOf)
    .option('--until <DAY>', '变动不晚于此日 · turns until this day', dayOf)
    .addOption(jsonOption())
    .action(diff);
}

interface DiffOptions {
  readonly from?: string;
  readonly until?: string;
  readonly json?: boolean;
}

function diff(one: string, other: string | undefined, { from, until, json }: DiffOptions): void {
  const output = createOutput(json === true);
  const hasDays = from !== undefined && until !== undefined;
  if (hasDays === (other !== undefined)) {
    throw new UsageError('请给出另一个版本，或用 --from 和 --until 给出两日 · give another version, or two days');
  }
  const pack = packNamed(one, output);
  const lines =
    other !== undefined ? differencesOf(pack, packNamed(other, output)) : turnsBetween(pack, from ?? '', until ?? '');
  for (const each of lines) output.line(each.says[language()], { ...each });
  output.line(`${lines.length} 处 · in all`, { count: lines.length });
}

function packNamed(name: string, output: Output): Pack {
  const own = ownPacks().find(({ id }) => id === name);
  const pack = own ?? packOf(name, output);
  if (pack === undefined) throw new Refused(`${name} 有误 · is faulty`);
  return pack;
}

function dayOf(text: string): string {
  const at = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('应为日期，例如 2026-12-01 · a day, as 2026-12-01');
  }
  return text;
}
