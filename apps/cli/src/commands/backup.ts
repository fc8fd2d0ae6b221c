import { join } from 'node:path';
import { backupToFile, readConfig } from '@suyuan/server';
import type { Command } from 'commander';
import { jsonOption } from '../command.ts';
import { createOutput } from '../output.ts';
import { newPassphrase, type PassphraseOptions, passphraseOption } from '../passphrase.ts';
import { withJoinedDatabase } from '../with-database.ts';

interface BackupCommandOptions extends PassphraseOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

export function declare(command: Command): Command {
  return command
    .argument(
      '[FILE|DIR]',
      '文件，或放置 suyuan-日期.backup 的目录 · a file, or the folder for suyuan-YYYY-MM-DD.backup',
      '.',
    )
    .addOption(passphraseOption())
    .option('--force', '覆盖同名文件 · replace a file of that name')
    .addOption(jsonOption())
    .action(run);
}

async function run(path: string, { force = false, json, ...options }: BackupCommandOptions): Promise<void> {
  const output = createOutput(json === true);
  const passphrase = await newPassphrase(options);
  const config = readConfig();
  // As it is: a backup is made before an update as well.
  await withJoinedDatabase(config, async ({ owner, ctx }) => {
    const made = await backupToFile(owner, {
      ...{ path, passphrase, clock: ctx.clock, replaces: force },
      keysDir: join(config.dataDir, 'keys'),
      onProgress: inMegabytes((text) => output.progress(text)),
    });
    output.line(
      `已备份到 ${made.path}：${made.tables} 张表 ${made.rows} 行，日志 ${made.logSize} 条，密钥文件 ${made.files} 个，${made.bytes} 字节 · ` +
        `backed up to ${made.path}: ${made.rows} rows of ${made.tables} tables, log ${made.logSize}, key files ${made.files}, ${made.bytes} bytes`,
      { ...made },
    );
  });
}

/** Tells each whole megabyte once. */
export function inMegabytes(tell: (text: string) => void): (what: string, bytes: number) => void {
  let last = '';
  return (what, bytes) => {
    const text = `${what}  ${Math.floor(bytes / 1_000_000)} MB`;
    if (text !== last) tell(text);
    last = text;
  };
}
