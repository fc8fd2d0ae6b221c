/** The file of a backup: what goes in comes out, and whatever is done to the file is noticed. */
import { randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { BackupRefused } from '../refusal.ts';
import { bytesFrames, type Frame, jsonFrame } from './frames.ts';
import { openArchive, writeArchive } from './index.ts';
import { CHUNK_BYTES, HEAD_BYTES } from './seal.ts';

const PASSPHRASE = '青山 horse 電池 staple';
const SEALED_CHUNK = CHUNK_BYTES + 16;

async function written(frames: readonly Buffer[], passphrase = PASSPHRASE): Promise<Buffer> {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk);
      done();
    },
  });
  await writeArchive(
    async function* () {
      yield* frames;
    },
    sink,
    passphrase,
  );
  return Buffer.concat(parts);
}

async function readAll(file: Buffer, { passphrase = PASSPHRASE, piece = 10_000 } = {}): Promise<Frame[]> {
  const pieces = Array.from({ length: Math.ceil(file.length / piece) }, (_, at) =>
    file.subarray(at * piece, (at + 1) * piece),
  );
  const archive = openArchive(Readable.from(pieces), passphrase);
  const frames: Frame[] = [];
  for (let frame = await archive.frames.next(); frame !== undefined; frame = await archive.frames.next()) {
    frames.push(frame);
  }
  await archive.finish();
  return frames;
}

/** Why a file is refused. */
async function refusal(file: Buffer, passphrase = PASSPHRASE): Promise<string> {
  try {
    await readAll(file, { passphrase });
  } catch (error) {
    if (error instanceof BackupRefused) return error.kind;
    throw error;
  }
  return 'none';
}

/** Bytes that do not pack, so that there are several chunks. */
const CONTENT = randomBytes(CHUNK_BYTES * 4 + 1234);
let file: Buffer;
beforeAll(async () => {
  file = await written([jsonFrame('manifest', { name: '溯源' }), ...bytesFrames(CONTENT), jsonFrame('end', {})]);
});

test('what goes in comes out, however the file is cut on its way', async () => {
  for (const piece of [1021, HEAD_BYTES, SEALED_CHUNK, file.length]) {
    const frames = await readAll(file, { piece });
    expect(frames.map(({ kind }) => kind)).toEqual(['manifest', 'bytes', 'end']);
    expect(JSON.parse(String(frames[0]?.payload))).toEqual({ name: '溯源' });
    expect(frames[1]?.payload.equals(CONTENT)).toBe(true);
  }
});

test('nothing of the content can be read in the file, and no two files are alike', async () => {
  const frames = [...bytesFrames(Buffer.from('sy_secret'.repeat(1000)))];
  const [one, other] = [await written(frames), await written(frames)];
  expect(one.includes('sy_secret')).toBe(false);
  expect(one.length).toBeLessThan(1000);
  expect(one.subarray(HEAD_BYTES).equals(other.subarray(HEAD_BYTES))).toBe(false);
});

test('any frames of any size', async () => {
  const sizes = fc.array(fc.oneof(fc.nat(300), fc.integer({ min: CHUNK_BYTES - 3, max: CHUNK_BYTES + 3 })), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(sizes, async (lengths) => {
      const contents = lengths.filter((length) => length > 0).map((length) => randomBytes(length));
      const frames = await readAll(await written(contents.flatMap((content) => [...bytesFrames(content)])));
      expect(frames.map(({ payload }) => payload.toString('hex'))).toEqual(
        contents.map((each) => each.toString('hex')),
      );
    }),
    { numRuns: 8 },
  );
});

test('a wrong passphrase is told from damage; one that is composed otherwise is the same', async () => {
  expect(await refusal(file, 'another')).toBe('passphrase');
  const composed = await written([jsonFrame('end', {})], 'caf\u00e9');
  expect(await refusal(composed, 'cafe\u0301')).toBe('none');
});

test('a byte that was changed, wherever it is: the file is refused', async () => {
  const everyPartOfTheHead = [0, 13, 14, 15, 16, 31, 32, 47];
  const places = [...everyPartOfTheHead, ...Array.from({ length: 50 }, () => Math.floor(Math.random() * file.length))];
  for (const place of [...places, file.length - 1]) {
    const changed = Buffer.from(file);
    changed[place] = (changed[place] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
    expect(await refusal(changed), `byte ${place}`).toMatch(/^(format|passphrase|damaged)$/);
  }
});

test('a file that is cut, between chunks as well as within one, is refused', async () => {
  const atChunks = [1, 2, 3, 4].map((count) => HEAD_BYTES + count * SEALED_CHUNK);
  const anywhere = Array.from({ length: 16 }, () => Math.floor(Math.random() * file.length));
  for (const length of [0, 5, HEAD_BYTES, ...atChunks, ...anywhere, file.length - 1]) {
    expect(await refusal(file.subarray(0, length)), `cut at ${length}`).toMatch(/^(format|damaged)$/);
  }
});

test('chunks that are left out, repeated, exchanged, added or of another backup are refused', async () => {
  const head = file.subarray(0, HEAD_BYTES);
  const chunks = [0, 1, 2, 3, 4].map((at) =>
    file.subarray(HEAD_BYTES + at * SEALED_CHUNK, HEAD_BYTES + (at + 1) * SEALED_CHUNK),
  );
  const [a, b, c, d, e] = chunks;
  if (!(a && b && c && d && e)) throw new Error('five chunks were expected');
  const foreign = await written([...bytesFrames(CONTENT)]);
  const second = foreign.subarray(HEAD_BYTES + SEALED_CHUNK, HEAD_BYTES + 2 * SEALED_CHUNK);
  const wrong = {
    left: [a, c, d, e],
    twice: [a, b, b, c, d, e],
    exchanged: [b, a, c, d, e],
    foreign: [a, second, c, d, e],
  };
  for (const [what, order] of Object.entries({ ...wrong, added: [...chunks, Buffer.from('x')] })) {
    expect(await refusal(Buffer.concat([head, ...order])), what).toBe('damaged');
  }
  expect(await refusal(Buffer.concat([head, ...chunks]))).toBe('none');
});

test('a file of another format, or of none, is told as that', async () => {
  const newer = Buffer.from(file);
  newer.writeUInt16BE(2, 14);
  expect(await refusal(newer)).toBe('format');
  await expect(readAll(newer)).rejects.toThrow(/版本 2 .*format version 2/);
  await expect(readAll(Buffer.from('PK'.repeat(100)))).rejects.toThrow(/不是溯源的备份.*no backup/);
});
