import { type ListedPerson, linkAddress, listPeople, localServerUrl, readConfig, resetHere } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, newCommand, Refused } from '../command.ts';
import { createOutput } from '../output.ts';
import { withDatabase } from '../with-database.ts';

interface JsonOption {
  readonly json?: boolean;
}

export function personCommand(): Command {
  return newCommand('person', '本机安装的用户 · people of the local installation')
    .addCommand(newCommand('list', '列出 · list them').addOption(jsonOption()).action(list))
    .addCommand(
      newCommand(
        'reset',
        '为无法登录的人打印一次性链接，一小时内有效 · prints a link for once, good for an hour, for who cannot sign in',
      )
        .argument('<LOGIN>', '登录名，见 suyuan person list · login name, see suyuan person list')
        .option(
          '--second-factor',
          '取消第二步验证，而不是重设密码 · takes the second factor away, instead of a new password',
        )
        .action(reset),
    );
}

async function list({ json }: JsonOption): Promise<void> {
  const output = createOutput(json === true);
  await withDatabase(async ({ ctx }) => {
    for (const person of await ctx.read(listPeople)) output.line(lineOf(person), { ...person });
  });
}

async function reset(login: string, { secondFactor }: { readonly secondFactor?: boolean }): Promise<void> {
  await withDatabase(async ({ ctx }) => {
    const link = await resetHere(ctx, login, secondFactor === true ? 'second-factor' : 'password');
    if (link === undefined) {
      throw new Refused(
        `没有此登录名：${login}，见 suyuan person list · nobody signs in as ${login}, see suyuan person list`,
      );
    }
    const config = readConfig();
    const origin = config.publicUrl ?? (await localServerUrl(config)) ?? `http://${config.host}:${config.port}`;
    process.stdout.write(`${linkAddress(origin, link.token)}\n`);
  });
}

function lineOf({ id, name, loginNames, hasFactor, places, disabledAt }: ListedPerson): string {
  return [
    id,
    name,
    loginNames.join(' ') || '-',
    places.join(', ') || '-',
    hasFactor ? '有第二步验证 second factor' : '无第二步验证 no second factor',
    ...(disabledAt === null ? [] : [`停用 disabled ${disabledAt.toISOString()}`]),
  ].join('  ');
}
