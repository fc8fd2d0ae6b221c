import { readConfig, roleStatements } from '@suyuan/server';
import type { Command } from 'commander';
import { Refused } from '../command.ts';

export function declare(command: Command): Command {
  return command.action(printRoles);
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
