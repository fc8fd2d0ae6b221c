import { checkLog, createLog, joinDatabase, logHead, migrate, readConfig, storedRows } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption, newCommand, Refused } from '../command.ts';
import { createOutput } from '../output.ts';

export function verifyCommand(): Command {
  return newCommand(
    'verify',
    '核对存证日志与数据库 · hold the log against the database: no gap, every leaf as stored, every event logged',
  )
    .addOption(jsonOption())
    .action(verify);
}

async function verify({ json }: { readonly json?: boolean }): Promise<void> {
  const output = createOutput(json === true);
  const config = readConfig();
  const database = await joinDatabase(config, createLog(config.logLevel));
  try {
    await migrate(database.db.pool);
    let faults = 0;
    for await (const step of checkLog(database.db, storedRows(database.db))) {
      if ('checked' in step) {
        output.progress(`${step.checked}`);
        continue;
      }
      faults += 1;
      output.line(`✗ ${step.kind} ${step.position ?? ''} ${step.eventId ?? ''}`, { ...step });
    }
    const { size, pendingBatches } = await logHead(database.db);
    output.line(
      `日志 ${size} 条，问题 ${faults}，待入日志 ${pendingBatches} 批 · log ${size}, faults ${faults}, pending batches ${pendingBatches}`,
      { size, faults, pendingBatches },
    );
    if (faults > 0) throw new Refused('日志与数据库不一致 · log and database differ');
  } finally {
    await database.close();
  }
}
