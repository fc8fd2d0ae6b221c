import { readConfig, roleStatements } from '@suyuan/server';
import type { Command } from 'commander';
import { newCommand, Refused } from '../command.ts';

export function rolesCommand(): Command {
  return newCommand(
    'roles',
    '输出数据库管理员为 DATABASE_URL 执行一次的语句（内含密码） · what an administrator runs once for DATABASE_URL; passwords are in it',
  ).action(printRoles);
}

function printRoles(): void {
  const { databaseUrl } = readConfig();
  if (databaseUrl === undefined) {
    throw new Refused(
      '内置数据库会自行准备角色；请设置 DATABASE_URL · the embedded database makes its roles by itself: set DATABASE_URL',
    );
  }
  for (const statement of roleStatements({ connectionString: databaseUrl })) process.stdout.write(`${statement};\n`);
}
