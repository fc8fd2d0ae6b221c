import {
  disableHere,
  endSessionsHere,
  type ListedPerson,
  linkAddress,
  listPeople,
  localServerUrl,
  readConfig,
  resetHere,
} from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, newCommand, Refused, UsageError } from '../command.ts';
import { createOutput } from '../output.ts';
import { withDatabase } from '../with-database.ts';

interface JsonOption {
  readonly json?: boolean;
}

const LOGIN = '登录名，见 suyuan person list · login name, see suyuan person list';

export function declare(command: Command): Command {
  return command
    .addCommand(newCommand('list', '列出 · list them').addOption(jsonOption()).action(list))
    .addCommand(
      newCommand(
        'reset',
        '为无法登录的人打印一次性链接，一小时内有效 · prints a link for once, good for an hour, for who cannot sign in',
      )
        .argument('<LOGIN>', LOGIN)
        .option(
          '--second-factor',
          '取消第二步验证，而不是重设密码 · takes the second factor away, instead of a new password',
        )
        .action(reset),
    )
    .addCommand(
      newCommand('disable', '停用：立即不能登录，登录中的会话全部结束 · shuts a person out at once')
        .argument('<LOGIN>', LOGIN)
        .action((login: string) => disable(login, true)),
    )
    .addCommand(
      newCommand('enable', '恢复被停用的人 · lets a person in again')
        .argument('<LOGIN>', LOGIN)
        .action((login: string) => disable(login, false)),
    )
    .addCommand(
      newCommand('sign-out', '结束某人或所有人的登录 · ends the sessions of a person, or of everybody')
        .argument('[LOGIN]', LOGIN)
        .option('--all', '所有人 · everybody')
        .action(signOut),
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
    if (link === undefined) throw unknownLogin(login);
    const config = readConfig();
    const origin = config.publicUrl ?? (await localServerUrl(config)) ?? `http://${config.host}:${config.port}`;
    process.stdout.write(`${linkAddress(origin, link.token)}\n`);
  });
}

async function disable(login: string, isDisabled: boolean): Promise<void> {
  await withDatabase(async ({ ctx }) => {
    if (!(await disableHere(ctx, login, isDisabled))) throw unknownLogin(login);
    process.stdout.write(isDisabled ? `已停用 · shut out: ${login}\n` : `已恢复 · let in again: ${login}\n`);
  });
}

async function signOut(login: string | undefined, { all = false }: { readonly all?: boolean }): Promise<void> {
  if ((login === undefined) !== all) {
    throw new UsageError('请给出登录名，或用 --all 表示所有人 · name a login, or say --all for everybody');
  }
  await withDatabase(async ({ ctx }) => {
    const count = await endSessionsHere(ctx, login);
    if (count === undefined) throw unknownLogin(login ?? '');
    process.stdout.write(`已结束 ${count} 个登录 · ${count} sessions ended\n`);
  });
}

function unknownLogin(login: string): Refused {
  return new Refused(
    `没有此登录名：${login}，见 suyuan person list · nobody signs in as ${login}, see suyuan person list`,
  );
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
