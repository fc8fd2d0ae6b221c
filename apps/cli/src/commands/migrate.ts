import { createLog, joinDatabase, migrate, readConfig } from '@suyuan/server';
import type { Command } from 'commander';
import { newCommand } from '../command.ts';

export function migrateCommand(): Command {
  return newCommand(
    'migrate',
    '升级数据库结构（启动时也会自动进行）· bring the database up to date; a start does it as well',
  ).action(migrateDatabase);
}

async function migrateDatabase(): Promise<void> {
  const config = readConfig();
  const database = await joinDatabase(config, createLog(config.logLevel));
  try {
    const applied = await migrate(database.db.pool);
    for (const name of applied) process.stdout.write(`${name}\n`);
    process.stdout.write(`${applied.length} 个迁移已执行 · migrations applied\n`);
  } finally {
    await database.close();
  }
}
