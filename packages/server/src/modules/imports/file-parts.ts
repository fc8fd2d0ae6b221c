/** The file of an import: sealed part by part in the database, and whole on disk while it is read. */
import { createHash, type Hash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IMPORT_PART_BYTES, Problem } from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { SpoolFolder } from '../events/index.ts';
import { actingFor, type Keyring } from '../identity/index.ts';
import type { ImportRow } from './store-imports.ts';
import {
  findPart,
  type PartOf,
  type SealedPart,
  selectPartNumbers,
  selectPartsBefore,
  upsertPart,
} from './store-parts.ts';

const AS = { as: 'identity' } as const;
const aboutOf = ({ orgNo, id, number }: PartOf): string => `imports.part ${orgNo} ${id} ${number}`;

/** @throws KeyError */
export function sealPart(keyring: Keyring, of: PartOf, bytes: Buffer): SealedPart {
  return keyring.seal(bytes, aboutOf(of));
}

type OfFile = Pick<ImportRow, 'id' | 'bytes'>;

export const partCount = (bytes: number): number => Math.ceil(bytes / IMPORT_PART_BYTES);

export function bytesOfPart(bytes: number, number: number): number {
  return Math.min(IMPORT_PART_BYTES, bytes - (number - 1) * IMPORT_PART_BYTES);
}

/** Numbers of those that have not come. */
export async function missingParts(
  db: Parameters<typeof selectPartNumbers>[0],
  { id, bytes }: OfFile,
): Promise<number[]> {
  const here = new Set(await selectPartNumbers(db, id));
  return Array.from({ length: partCount(bytes) }, (_, n) => n + 1).filter((number) => !here.has(number));
}

/** Each part in its order. @throws Problem `import.gone` */
async function* partsOf(ctx: Ctx, keyring: Keyring, { id, bytes }: OfFile): AsyncGenerator<Buffer> {
  const { no: orgNo } = actingFor(ctx.actor);
  for (let number = 1; number <= partCount(bytes); number += 1) {
    const part = await ctx.read((tx) => findPart(tx, id, number), AS);
    if (part === undefined) throw new Problem('import.gone');
    yield keyring.unseal(part, aboutOf({ orgNo, id, number }));
  }
}

/** SHA-256 of the whole file, in hexadecimal. */
export async function digestOf(ctx: Ctx, keyring: Keyring, of: OfFile): Promise<string> {
  const hash: Hash = createHash('sha256');
  for await (const part of partsOf(ctx, keyring, of)) hash.update(part);
  return hash.digest('hex');
}

export interface FileOnDisk {
  readonly path: string;
  remove(): Promise<void>;
}

interface WithFiles {
  readonly keyring: Keyring;
  readonly spoolFolder: SpoolFolder;
}

/** A copy for whoever reads it; the caller removes it. */
export async function fileOnDisk(ctx: Ctx, { keyring, spoolFolder }: WithFiles, of: OfFile): Promise<FileOnDisk> {
  const folder = await mkdtemp(join(spoolFolder.path(), 'import-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const part of partsOf(ctx, keyring, of)) await file.appendFile(part);
    } finally {
      await file.close();
    }
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

const AT_ONCE = 16;

/** Seals every part under a new key; returns how many. Of the program itself. @throws KeyError */
export async function resealImports(tx: Tx, keyring: Keyring, keyNo: number): Promise<number> {
  for (let sealed = 0; ; ) {
    const parts = await selectPartsBefore(tx, keyNo, AT_ONCE);
    if (parts.length === 0) return sealed;
    for (const part of parts)
      await upsertPart(tx, { ...part, ...sealPart(keyring, part, keyring.unseal(part, aboutOf(part))) });
    sealed += parts.length;
  }
}
