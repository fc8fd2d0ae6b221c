import { migrate, pendingMigrations, readConfig } from '@suyuan/server';
import type { Command } from 'commander';
import { tellProgress, withJoinedDatabase } from '../with-database.ts';

interface MigrateOptions {
  readonly dryRun?: boolean;
}

export function declare(command: Command): Command {
  return command
    .option('--dry-run', '只列出将要执行的迁移，不作任何改动 · list what would be applied, and change nothing')
    .action(migrateDatabase);
}

async function migrateDatabase({ dryRun }: MigrateOptions): Promise<void> {
  await withJoinedDatabase(readConfig(), async ({ owner }) => {
    const names = dryRun === true ? await pendingMigrations(owner) : await migrate(owner, { onProgress: tellProgress });
    for (const name of names) process.stdout.write(`${name}\n`);
    const told = dryRun === true ? '个迁移待执行 · migrations to apply' : '个迁移已执行 · migrations applied';
    process.stdout.write(`${names.length} ${told}\n`);
  });
}
