/** The passphrase of a backup: from a file, from the environment, or asked for. Never from the command line, which others see. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { PASSPHRASE_LENGTH_MIN } from '@suyuan/api';
import { Option } from 'commander';
import { Refused, UsageError } from './command.ts';

export interface PassphraseOptions {
  readonly passphraseFile?: string;
}

export function passphraseOption(): Option {
  return new Option(
    '--passphrase-file <FILE>',
    '口令所在文件，取第一行；否则用 SUYUAN_BACKUP_PASSPHRASE，再否则询问 · ' +
      'a file whose first line is the passphrase; else SUYUAN_BACKUP_PASSPHRASE, else it is asked for',
  );
}

/** For a backup that is made: asked for twice. @throws Refused, UsageError */
export async function newPassphrase(options: PassphraseOptions): Promise<string> {
  const passphrase = given(options) ?? (await askTwice());
  if ([...passphrase].length >= PASSPHRASE_LENGTH_MIN) return passphrase;
  throw new Refused(
    `口令太短，至少 ${PASSPHRASE_LENGTH_MIN} 个字符 · the passphrase is too short: at least ${PASSPHRASE_LENGTH_MIN} characters`,
  );
}

/** For one that is read. @throws Refused, UsageError */
export async function knownPassphrase(options: PassphraseOptions): Promise<string> {
  return given(options) ?? ask('备份口令 · passphrase of the backup: ');
}

function given({ passphraseFile }: PassphraseOptions): string | undefined {
  if (passphraseFile !== undefined) {
    const [line = ''] = readFileSync(passphraseFile, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/, 1);
    if (line !== '') return line;
    throw new Refused(`口令文件第一行为空：${passphraseFile} · the first line of ${passphraseFile} is empty`);
  }
  return process.env.SUYUAN_BACKUP_PASSPHRASE || undefined;
}

async function askTwice(): Promise<string> {
  const passphrase = await ask(
    '新备份的口令，丢失则无法恢复 · passphrase of the new backup, which nothing opens without it: ',
  );
  if ((await ask('再输入一次 · once more: ')) === passphrase) return passphrase;
  throw new Refused('两次输入不同 · the two are not the same');
}

/** Without showing what is typed. */
async function ask(question: string): Promise<string> {
  if (process.stdin.isTTY !== true) {
    throw new UsageError(
      '请用 --passphrase-file 或 SUYUAN_BACKUP_PASSPHRASE 给出口令 · ' +
        'give the passphrase with --passphrase-file or SUYUAN_BACKUP_PASSPHRASE',
    );
  }
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const stop = new AbortController();
  lines.on('SIGINT', () => stop.abort());
  lines.on('close', () => stop.abort());
  try {
    return await lines.question('', { signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) throw new Refused('已取消 · given up');
    throw error;
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
