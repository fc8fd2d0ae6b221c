/** A backup into an installation that has no records: all of it and checked, or nothing is changed. */
import type { Readable } from 'node:stream';
import type { Clock } from '../../platform/clock/index.ts';
import {
  MigrationError,
  NotVacant,
  nameOf,
  type OpenDatabase,
  type Rebuilding,
  rebuild,
  type Tx,
} from '../../platform/db/index.ts';
import { checkAll, type Fault } from '../events/index.ts';
import { logHead, logRoot } from '../integrity/index.ts';
import { type Frame, type FrameReader, malformed } from './archive/frames.ts';
import { type OpenArchive, openArchive } from './archive/index.ts';
import { type BackupSummary, createSum, type Sum } from './backup.ts';
import { type IncomingKeys, incomingKeys } from './key-files.ts';
import {
  End,
  FileEnd,
  FileStart,
  type Manifest,
  readJson,
  readManifest,
  Sequences,
  TableEnd,
  TableStart,
} from './manifest.ts';
import { BackupRefused } from './refusal.ts';

export interface RestoreOptions {
  readonly passphrase: string;
  /** The folder of secret keys; it need not be there. */
  readonly keysDir: string;
  readonly clock: Clock;
  /** What is going on, and how far: bytes of a table, then leaves that were checked. */
  onProgress?(what: string, done: number): void;
}

export interface Restored extends BackupSummary {
  /** Where keys are that were there before, if there were any. */
  readonly keysKept?: string;
  /** Derived rows that are not as this program derives them: of an older version, or they were so. `reindex --all` repairs them. */
  readonly toRepair: number;
}

/** A program that was started once, by nobody yet, has made its first link, and its readers stand at the beginning of the log. */
const PASSING = ['identity.link', 'identity.attempt', 'integrity.reader'];

/**
 * Reads a backup, fills the database in one transaction, and holds it against its log before that is committed. Keys are put in
 * place just before. @throws BackupRefused
 */
export async function restore(
  owner: OpenDatabase['owner'],
  source: Readable,
  options: RestoreOptions,
): Promise<Restored> {
  const archive = openArchive(source, options.passphrase);
  const keys = incomingKeys(options.keysDir);
  try {
    const manifest = readManifest(await archive.frames.next());
    let end: End = { tables: 0, rows: 0, files: 0 };
    let keysKept: string | undefined;
    let toRepair = 0;
    await rebuild(owner, {
      migrations: manifest.migrations,
      passing: PASSING,
      fill: async (rebuilding) => {
        end = await readContents(archive, { manifest, rebuilding, keys, options });
      },
      check: async (tx) => {
        toRepair = await checkRestored(tx, manifest, options);
        keysKept = await keys.place(options.clock.now());
      },
    });
    return {
      ...end,
      createdAt: manifest.createdAt,
      migration: manifest.migrations.at(-1)?.name ?? '',
      logSize: manifest.log.size,
      logRoot: manifest.log.root,
      toRepair,
      ...(keysKept === undefined ? {} : { keysKept }),
    };
  } catch (error) {
    await keys.undo();
    throw refusalOf(error);
  } finally {
    archive.close();
  }
}

interface Reading {
  readonly manifest: Manifest;
  readonly rebuilding: Rebuilding;
  readonly keys: IncomingKeys;
  readonly options: RestoreOptions;
}

async function readContents(archive: OpenArchive, { manifest, rebuilding, keys, options }: Reading): Promise<End> {
  const { frames } = archive;
  const told = { tables: 0, rows: 0, files: 0 };
  refuseOtherTables(manifest, rebuilding);
  for (const table of manifest.tables) {
    const name = nameOf(table);
    if (readJson(await frames.next(), 'table', TableStart).table !== name) throw malformed();
    const { contents, sum, after } = bytesOf(frames, (bytes) => options.onProgress?.(name, bytes));
    const count = await rebuilding.fill(table, contents);
    const { rows, sha256 } = readJson(after(), 'table-end', TableEnd);
    if (rows !== count || rows !== sum.lines() || sha256 !== sum.sha256()) throw differs(`${name}: ${count}/${rows}`);
    told.tables += 1;
    told.rows += rows;
  }
  await rebuilding.setSequences(readJson(await frames.next(), 'sequences', Sequences));
  let frame = await frames.next();
  for (; frame?.kind === 'file'; frame = await frames.next()) {
    const { file, mode } = readJson(frame, 'file', FileStart);
    const { contents, sum, after } = bytesOf(frames);
    await keys.write(file, mode & 0o777, contents);
    const { bytes, sha256 } = readJson(after(), 'file-end', FileEnd);
    if (bytes !== sum.bytes() || sha256 !== sum.sha256()) throw differs(file);
    told.files += 1;
  }
  const end = readJson(frame, 'end', End);
  if ((await frames.next()) !== undefined || JSON.stringify(end) !== JSON.stringify(told)) throw malformed();
  await archive.finish();
  return end;
}

/** The tables that its migrations make here are those that it has. */
function refuseOtherTables({ tables }: Manifest, { tables: made }: Rebuilding): void {
  const listed = (each: Manifest['tables'][number] | Rebuilding['tables'][number]): string =>
    `${nameOf(each)} (${each.columns.join(', ')})`;
  const [wanted, there] = [tables.map(listed).sort(), made.map(listed).sort()];
  const other = wanted.find((table, at) => table !== there[at]) ?? there[wanted.length];
  if (other !== undefined) throw differs(other);
}

interface BytesOf {
  readonly contents: AsyncIterable<Buffer>;
  readonly sum: Sum;
  /** The frame that came after them. */
  after(): Frame | undefined;
}

function bytesOf(frames: FrameReader, onBytes: (bytes: number) => void = () => undefined): BytesOf {
  const sum = createSum();
  let frame: Frame | undefined;
  async function* contents(): AsyncGenerator<Buffer> {
    for (frame = await frames.next(); frame?.kind === 'bytes'; frame = await frames.next()) {
      sum.add(frame.payload);
      onBytes(sum.bytes());
      yield frame.payload;
    }
  }
  return { contents: contents(), sum, after: () => frame };
}

/** Returns how many derived rows are to be repaired. */
async function checkRestored(tx: Tx, { log }: Manifest, { onProgress }: RestoreOptions): Promise<number> {
  const { size, root } = await logRoot(tx);
  const { pendingBatches } = await logHead(tx);
  if (size !== log.size || root.toString('hex') !== log.root || pendingBatches !== log.pendingBatches) {
    throw differs(`log ${size}/${log.size}`);
  }
  const faults: Fault[] = [];
  let toRepair = 0;
  await checkAll(tx, (step) => {
    if ('checked' in step) onProgress?.('verify', step.checked);
    else if (REPAIRABLE.test(step.kind)) toRepair += 1;
    else if (faults.length < FAULTS_TOLD) faults.push(step);
  });
  if (faults.length > 0) throw differs(faults.map((fault) => JSON.stringify(fault)).join('; '));
  return toRepair;
}

/** What is derived from what was received, which alone is trusted with the log; whoever lost a machine gets it back all the same. */
const REPAIRABLE = /^(event|record|touch|version|derivation)-|^block-(differs|stray)$/;
/** Enough to see what is wrong. */
const FAULTS_TOLD = 5;

function differs(what: string): BackupRefused {
  return new BackupRefused(
    'differs',
    `恢复的数据与备份的记载不符，已全部撤销：${what} · what was restored is not what the backup says; all of it was undone: ${what}`,
  );
}

function refusalOf(error: unknown): unknown {
  if (error instanceof MigrationError) {
    return new BackupRefused(
      'newer',
      `此备份不是本程序能读的版本，请用更新的程序恢复（${error.message}） · the backup is not of a version that this program can restore; use a newer program (${error.message})`,
      { cause: error },
    );
  }
  if (!(error instanceof NotVacant)) return error;
  if (error.why === 'in-use') {
    return new BackupRefused(
      'in-use',
      '有溯源程序正在使用此数据库，请先停止 · a Suyuan program is working with this database; stop it first',
    );
  }
  const tables = error.tables.join(', ');
  return new BackupRefused(
    'not-empty',
    `此数据库已有数据（${tables}），只能恢复到空的安装；请另设 SUYUAN_DATA 或 DATABASE_URL · ` +
      `this database has records (${tables}); a backup is restored into an empty installation only: set another SUYUAN_DATA or DATABASE_URL`,
  );
}
