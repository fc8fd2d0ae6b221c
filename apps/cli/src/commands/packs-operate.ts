import { Problem, problemBody } from '@suyuan/api';
import { addPackHere, withdrawPackHere } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, newCommand, Refused } from '../command.ts';
import { language } from '../language.ts';
import { createOutput } from '../output.ts';
import { packOf } from '../pack-file.ts';
import { withDatabase } from '../with-database.ts';

export function packsAddCommand(): Command {
  return newCommand(
    'add',
    '为本机安装添加规则包或其新版本，运行中的服务随即采用 · adds a pack, or a newer version of one, to the local installation; a running server judges by it at once',
  )
    .argument('<FILE>', 'JSON 文件 · a JSON file')
    .addOption(jsonOption())
    .action(add);
}

export function packsWithdrawCommand(): Command {
  return newCommand(
    'withdraw',
    '撤回添加的规则包，此前的版本恢复有效 · withdraws a pack that was added; the version before counts again',
  )
    .argument('<ID>', '编号 · its id')
    .argument('<VERSION>', '版本 · its version')
    .addOption(jsonOption())
    .action(withdraw);
}

interface Json {
  readonly json?: boolean;
}

async function add(file: string, { json }: Json): Promise<void> {
  const output = createOutput(json === true);
  const pack = packOf(file, output);
  if (pack === undefined) throw new Refused(`${file} 有误，未添加 · is faulty, and not added`);
  await withDatabase(async ({ ctx }) => {
    const { before, differences } = await addPackHere(ctx, pack).catch(refuse);
    const { id, version } = pack;
    for (const each of differences) output.line(`    ${each.says[language()]}`, { ...each });
    const instead = before === undefined ? '' : `，取代 ${before.version} · in the place of ${before.version}`;
    output.line(`已添加 ${id} ${version} · added${instead}`, { id, version, before: before?.version ?? null });
  });
}

async function withdraw(id: string, version: string, { json }: Json): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    if (!(await withdrawPackHere(ctx, { pack: id, version })))
      throw new Refused(`没有添加过 ${id} ${version} · no such pack was added`);
    output.line(`已撤回 ${id} ${version} · withdrawn`, { id, version });
  });
}

function refuse(error: unknown): never {
  if (error instanceof Problem) throw new Refused(problemBody(error, language(), 'v1').title);
  throw error;
}
