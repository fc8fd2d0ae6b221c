/**
 * The envelope of a backup: a head, then chunks sealed with AES-256-GCM, after the STREAM construction (Hoang, Reyhanitabar,
 * Rogaway and Vizár, CRYPTO 2015). The nonce of a chunk is its number and whether it is the last, so chunks that are cut off,
 * left out, repeated or put elsewhere do not open. Each file has a key of its own, by its salt; a nonce never comes twice.
 */
import { argon2, createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { BackupRefused } from '../refusal.ts';

const MAGIC = Buffer.from('suyuan-backup\n', 'latin1');
/** Said in the head. Another one has another head, other chunks or another derivation of the key. */
export const ENVELOPE_VERSION = 1;
const SALT_BYTES = 16;
const CHECK_BYTES = 16;
export const HEAD_BYTES = MAGIC.length + 2 + SALT_BYTES + CHECK_BYTES;

/** Of what is sealed in one piece: it is held in memory, and 16 bytes are added to each. */
export const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** RFC 9106 §4, the second recommended choice: 64 MiB, 3 passes, 4 lanes. Some tenths of a second for each guess. */
const COST = { memory: 64 * 1024, passes: 3, parallelism: 4 } as const;

interface Keys {
  readonly key: Buffer;
  /** Tells a wrong passphrase from damage; independent of the key, so it gives away nothing of it. */
  readonly check: Buffer;
}

async function keysOf(passphrase: string, salt: Buffer): Promise<Keys> {
  // What looks the same is the same, however the keyboard composes it.
  const message = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const derived = await promisify(argon2)('argon2id', {
    message,
    nonce: salt,
    tagLength: KEY_BYTES + CHECK_BYTES,
    ...COST,
  });
  return { key: derived.subarray(0, KEY_BYTES), check: derived.subarray(KEY_BYTES) };
}

function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(count), 3);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** Plain bytes in, the sealed file out. */
export async function createSealer(passphrase: string): Promise<Transform> {
  const salt = randomBytes(SALT_BYTES);
  const { key, check } = await keysOf(passphrase, salt);
  const version = Buffer.alloc(2);
  version.writeUInt16BE(ENVELOPE_VERSION);
  const head = Buffer.concat([MAGIC, version, salt, check]);
  let count = 0;
  const seal = (chunk: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(count, isLast));
    cipher.setAAD(head);
    count += 1;
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  const pieces = createPieces(CHUNK_BYTES);
  const sealer = new Transform({
    transform(bytes: Buffer, _, done) {
      for (const chunk of pieces.add(bytes)) sealer.push(seal(chunk, false));
      done();
    },
    flush(done) {
      done(null, seal(pieces.rest(), true));
    },
  });
  sealer.push(head);
  return sealer;
}

/**
 * The sealed file in, plain bytes out: of each chunk only once it is known to be what was written.
 * Fails with `BackupRefused`.
 */
export function createOpener(passphrase: string): Transform {
  let head: Buffer | undefined;
  let key: Buffer | undefined;
  let count = 0;
  const openChunk = (chunk: Buffer, isLast: boolean): Buffer => {
    if (head === undefined || key === undefined || chunk.length < TAG_BYTES) throw damaged();
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(count, isLast));
    decipher.setAAD(head);
    decipher.setAuthTag(chunk.subarray(-TAG_BYTES));
    count += 1;
    try {
      return Buffer.concat([decipher.update(chunk.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw damaged();
    }
  };
  const headPieces = createPieces(HEAD_BYTES - 1);
  const pieces = createPieces(CHUNK_BYTES + TAG_BYTES);
  const take = async (bytes: Buffer): Promise<void> => {
    let body = bytes;
    if (head === undefined) {
      const begun = Buffer.concat([headPieces.rest(), bytes]);
      if (begun.length < HEAD_BYTES) {
        headPieces.keep(begun);
        return;
      }
      key = await openHead(begun.subarray(0, HEAD_BYTES), passphrase);
      head = Buffer.from(begun.subarray(0, HEAD_BYTES));
      body = begun.subarray(HEAD_BYTES);
    }
    for (const chunk of pieces.add(body)) opener.push(openChunk(chunk, false));
  };
  const opener = new Transform({
    transform(bytes: Buffer, _, done) {
      take(bytes).then(() => done(), done);
    },
    flush(done) {
      try {
        if (head === undefined) throw noBackup();
        done(null, openChunk(pieces.rest(), true));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  return opener;
}

async function openHead(head: Buffer, passphrase: string): Promise<Buffer> {
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw noBackup();
  const version = head.readUInt16BE(MAGIC.length);
  if (version !== ENVELOPE_VERSION) {
    throw new BackupRefused(
      'format',
      `备份格式版本 ${version} 不受支持（本程序为 ${ENVELOPE_VERSION}），请升级程序或检查文件 · ` +
        `the backup has format version ${version}, this program reads ${ENVELOPE_VERSION}; update the program, or check the file`,
    );
  }
  const salt = head.subarray(MAGIC.length + 2, MAGIC.length + 2 + SALT_BYTES);
  const { key, check } = await keysOf(passphrase, salt);
  if (timingSafeEqual(check, head.subarray(-CHECK_BYTES))) return key;
  throw new BackupRefused(
    'passphrase',
    '口令不对，或文件开头已损坏 · the passphrase is wrong, or the beginning of the file is damaged',
  );
}

function noBackup(): BackupRefused {
  return new BackupRefused('format', '此文件不是溯源的备份 · this file is no backup of Suyuan');
}

function damaged(): BackupRefused {
  return new BackupRefused(
    'damaged',
    '备份文件不完整或已损坏，未改动任何数据 · the backup is cut short or damaged; nothing was changed',
  );
}

interface Pieces {
  /** Whole pieces, as far as it is known that more follows. */
  add(bytes: Buffer): Buffer[];
  keep(bytes: Buffer): void;
  /** What is left, at most one piece. */
  rest(): Buffer;
}

/** Cuts a stream into pieces of one size. A full piece waits for what follows: it may be the last. */
function createPieces(size: number): Pieces {
  let held: Buffer[] = [];
  let length = 0;
  const rest = (): Buffer => {
    const all = Buffer.concat(held, length);
    held = [];
    length = 0;
    return all;
  };
  const keep = (bytes: Buffer): void => {
    held.push(bytes);
    length += bytes.length;
  };
  return {
    keep,
    rest,
    add(bytes) {
      keep(bytes);
      if (length <= size) return [];
      const all = rest();
      const whole = Math.ceil(all.length / size) - 1;
      keep(all.subarray(whole * size));
      return Array.from({ length: whole }, (_, at) => all.subarray(at * size, (at + 1) * size));
    },
  };
}
