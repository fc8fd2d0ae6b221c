import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createLog, openDatabase, readConfig, restore, systemClock } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption } from '../command.ts';
import { createOutput } from '../output.ts';
import { knownPassphrase, type PassphraseOptions, passphraseOption } from '../passphrase.ts';
import { inMegabytes } from './backup.ts';

export function declare(command: Command): Command {
  return command
    .argument('<FILE>', '备份文件 · the file of the backup')
    .addOption(passphraseOption())
    .addOption(jsonOption())
    .action(run);
}

async function run(path: string, { json, ...options }: PassphraseOptions & { readonly json?: boolean }): Promise<void> {
  const output = createOutput(json === true);
  const source = createReadStream(path);
  await once(source, 'open');
  const passphrase = await knownPassphrase(options);
  const config = readConfig();
  // Not joined: a program that runs would go on with what it knows of an empty database.
  const database = await openDatabase(config, createLog(config.logLevel));
  try {
    const inBytes = inMegabytes((text) => output.progress(text));
    const restored = await restore(database.owner, source, {
      ...{ passphrase, clock: systemClock, keysDir: join(config.dataDir, 'keys') },
      onProgress: (what, done) => (what === 'verify' ? output.progress(`${what}  ${done}`) : inBytes(what, done)),
    });
    const { tables, rows, files, logSize, createdAt, keysKept, toRepair } = restored;
    output.line(
      `已恢复并核对 ${createdAt} 的备份：${tables} 张表 ${rows} 行，日志 ${logSize} 条，密钥文件 ${files} 个 · ` +
        `restored and checked, the backup of ${createdAt}: ${rows} rows of ${tables} tables, log ${logSize}, key files ${files}`,
      { ...restored },
    );
    if (toRepair > 0 && json !== true) {
      process.stderr.write(
        `${toRepair} 处推导数据与本程序不符，请执行 suyuan reindex --all · ` +
          `${toRepair} derived rows are not as this program derives them; run suyuan reindex --all\n`,
      );
    }
    if (keysKept !== undefined && json !== true) {
      process.stderr.write(`原有密钥文件移至 ${keysKept} · the key files that were there are now in ${keysKept}\n`);
    }
  } finally {
    source.destroy();
    await database.close();
  }
}
