import { parseArgs } from 'node:util';
import { createKey, createLog, joinDatabase, type KeyRole, migrate, readConfig } from '@suyuan/server';
import { type Command, UsageError } from '../command.ts';

const ROLES: readonly KeyRole[] = ['admin', 'capture', 'query'];

export const keyCommand: Command = {
  usage: 'suyuan key create [--role admin|capture|query] [--org CODE]',
  summary: '创建本机安装的 API 密钥，只显示一次 · make an API key of the local installation; it is printed once',
  async run(args) {
    const options = { role: { type: 'string', default: 'capture' }, org: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const role = ROLES.find((known) => known === values.role);
    if (positionals[0] !== 'create' || positionals.length !== 1) throw new UsageError('suyuan key create');
    if (role === undefined) throw new UsageError(`--role: ${ROLES.join(' | ')}`);
    const config = readConfig();
    const database = await joinDatabase(config, createLog(config.logLevel));
    try {
      await migrate(database.db.pool);
      process.stdout.write(`${await createKey(database.db, { role, org: values.org })}\n`);
    } finally {
      await database.close();
    }
  },
};
