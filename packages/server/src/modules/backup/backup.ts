/** Everything an installation has, as of one moment, into one sealed file. */
import { createHash, type Hash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Clock } from '../../platform/clock/index.ts';
import { nameOf, type OpenDatabase, readSnapshot, type Snapshot } from '../../platform/db/index.ts';
import { logHead, logRoot } from '../integrity/index.ts';
import { bytesFrames, jsonFrame } from './archive/frames.ts';
import { writeArchive } from './archive/index.ts';
import { keyFiles } from './key-files.ts';
import { CONTENT_VERSION, type End, type Manifest } from './manifest.ts';
import { BackupRefused } from './refusal.ts';

export interface BackupOptions {
  readonly passphrase: string;
  /** The folder of secret keys; it need not be there. */
  readonly keysDir: string;
  readonly clock: Clock;
  /** Which table is written, and how many bytes of it, before they are packed. */
  onProgress?(table: string, bytes: number): void;
}

/** What is in a backup. */
export interface BackupSummary extends End {
  readonly createdAt: string;
  readonly migration: string;
  readonly logSize: number;
  readonly logRoot: string;
}

/**
 * Writes a backup to the sink and ends it, beside a program that runs: captures go on, and what they store from now on is not in
 * it. Takes no more memory than a few chunks, whatever the size. A sink that did not get everything holds nothing that opens.
 * @throws MigrationError where the database is of a newer program; BackupRefused where it has no tables yet
 */
export async function backup(
  owner: OpenDatabase['owner'],
  sink: Writable,
  options: BackupOptions,
): Promise<BackupSummary> {
  return readSnapshot(owner, async (snapshot) => {
    if (snapshot.migrations.length === 0) {
      throw new BackupRefused('empty', '此安装还没有任何数据，无可备份 · this installation has no data yet to back up');
    }
    const manifest = await manifestOf(snapshot, options.clock.now());
    const end = { tables: 0, rows: 0, files: 0 };
    await writeArchive(() => framesOf(snapshot, manifest, { ...options, end }), sink, options.passphrase);
    return {
      ...end,
      createdAt: manifest.createdAt,
      migration: manifest.migrations.at(-1)?.name ?? '',
      logSize: manifest.log.size,
      logRoot: manifest.log.root,
    };
  });
}

async function manifestOf({ tx, migrations, tables }: Snapshot, now: Date): Promise<Manifest> {
  const { size, root } = await logRoot(tx);
  const { pendingBatches } = await logHead(tx);
  return {
    version: CONTENT_VERSION,
    createdAt: now.toISOString(),
    migrations: [...migrations],
    log: { size, root: root.toString('hex'), pendingBatches },
    tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns: [...columns] })),
  };
}

type Counted = BackupOptions & { readonly end: { -readonly [Name in keyof End]: End[Name] } };

async function* framesOf(snapshot: Snapshot, manifest: Manifest, options: Counted): AsyncGenerator<Buffer> {
  yield jsonFrame('manifest', manifest);
  for (const table of snapshot.tables) {
    const name = nameOf(table);
    yield jsonFrame('table', { table: name });
    const sum = createSum();
    for await (const bytes of snapshot.rows(table)) {
      sum.add(bytes);
      yield* bytesFrames(bytes);
      options.onProgress?.(name, sum.bytes());
    }
    yield jsonFrame('table-end', { rows: sum.lines(), sha256: sum.sha256() });
    options.end.tables += 1;
    options.end.rows += sum.lines();
  }
  // After the rows, so that no number is given again that a row has.
  yield jsonFrame('sequences', await snapshot.sequences());
  for (const file of await keyFiles(options.keysDir)) {
    yield jsonFrame('file', { file: file.path, mode: file.mode });
    const sum = createSum();
    for await (const bytes of file.contents()) {
      sum.add(bytes);
      yield* bytesFrames(bytes);
    }
    yield jsonFrame('file-end', { bytes: sum.bytes(), sha256: sum.sha256() });
    options.end.files += 1;
  }
  yield jsonFrame('end', options.end);
}

export interface Sum {
  add(bytes: Buffer): void;
  bytes(): number;
  /** Line ends; in the text of COPY a row is a line. */
  lines(): number;
  /** Of all bytes, in hexadecimal; ends the sum. */
  sha256(): string;
}

export function createSum(): Sum {
  const hash: Hash = createHash('sha256');
  let count = 0;
  let lines = 0;
  return {
    add(bytes) {
      hash.update(bytes);
      count += bytes.length;
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
    },
    bytes: () => count,
    lines: () => lines,
    sha256: () => hash.digest('hex'),
  };
}
