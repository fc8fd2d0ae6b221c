import {
  CodeTaken,
  describeOrganisation,
  listOrganisations,
  type Organisation,
  OWN_ORGANISATION,
} from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, newCommand, Refused } from '../command.ts';
import { createOutput } from '../output.ts';
import { withDatabase } from '../with-database.ts';

interface JsonOption {
  readonly json?: boolean;
}

interface Described extends JsonOption {
  readonly name?: string;
  readonly code?: string;
}

export function declare(command: Command): Command {
  return command
    .addCommand(newCommand('list', '列出 · list them').addOption(jsonOption()).action(list))
    .addCommand(
      newCommand('set', '登记名称和编码 · say what it is called and which party it is')
        .argument('<ID>', '编号，见 suyuan org list · its id, see suyuan org list')
        .option('--name <NAME>', '名称 · name')
        .option('--code <CODE>', '企业编码 · code of the party')
        .addOption(jsonOption())
        .action(set),
    );
}

async function list({ json }: JsonOption): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    for (const organisation of await ctx.read(listOrganisations))
      output.line(lineOf(organisation), { ...organisation });
  });
}

async function set(id: string, { json, name, code }: Described): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    const described = ctx.write((tx) => describeOrganisation(tx, id, { name, code }));
    const organisation = await described.catch((error: unknown) => {
      if (error instanceof CodeTaken)
        throw new Refused(`编码 ${code} 属于另一企业 · ${code} is another organisation's`);
      throw error;
    });
    if (organisation === undefined) {
      throw new Refused(`没有此编号：${id}，见 suyuan org list · there is no organisation ${id}, see suyuan org list`);
    }
    output.line(lineOf(organisation), { ...organisation });
  });
}

function lineOf({ no, id, code, name }: Organisation): string {
  return [id, no === OWN_ORGANISATION ? '本单位 own' : '-', name ?? '-', code ?? '-'].join('  ');
}
