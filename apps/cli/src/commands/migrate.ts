import { createLog, joinDatabase, migrate, readConfig } from '@suyuan/server';
import type { Command } from '../command.ts';

export const migrateCommand: Command = {
  usage: 'suyuan migrate',
  summary: '升级数据库结构（启动时也会自动进行）· bring the database up to date; a start does it as well',
  async run() {
    const config = readConfig();
    const database = await joinDatabase(config, createLog(config.logLevel));
    try {
      const applied = await migrate(database.db.pool);
      for (const name of applied) process.stdout.write(`${name}\n`);
      process.stdout.write(`${applied.length} 个迁移已执行 · migrations applied\n`);
    } finally {
      await database.close();
    }
  },
};
