/** A backup as a file: under its name only once it is whole and on the disk. */
import { randomBytes } from 'node:crypto';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OpenDatabase } from '../../platform/db/index.ts';
import { type BackupOptions, type BackupSummary, backup } from './backup.ts';
import { BackupRefused } from './refusal.ts';

export interface BackupFileOptions extends BackupOptions {
  /** A file, or a folder in which it is named by its day. */
  readonly path: string;
  /** Whether a file of that name is replaced. */
  readonly replaces?: boolean;
}

export interface BackupFile extends BackupSummary {
  readonly path: string;
  /** Of the file. */
  readonly bytes: number;
}

/** @throws BackupRefused where there is such a file already */
export async function backupToFile(
  owner: OpenDatabase['owner'],
  { path: given, replaces = false, ...options }: BackupFileOptions,
): Promise<BackupFile> {
  const isFolder = (await stat(given).catch(() => undefined))?.isDirectory() === true;
  const path = isFolder ? join(given, fileName(options.clock.now())) : given;
  if (!replaces) await refuseExisting(path);
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    // `flush` brings it to the disk before it is closed.
    const sink = file.createWriteStream({ flush: true });
    const summary = await backup(owner, sink, options);
    if (!replaces) await refuseExisting(path);
    await rename(part, path);
    await keepName(path);
    return { ...summary, path, bytes: sink.bytesWritten };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** By the day on the clock of this machine. */
export function fileName(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `suyuan-${parts.join('-')}.backup`;
}

async function refuseExisting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new BackupRefused(
    'exists',
    `文件已存在：${path}，请另取名称或加 --force · there is a file ${path} already; give another name, or --force`,
  );
}

/** A new name is on the disk once its folder is; Windows opens no folders, and does that itself. */
async function keepName(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
