/** One file that holds a backup: frames, packed with zstd, sealed under a passphrase. */
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { type FrameReader, readFrames } from './frames.ts';
import { createOpener, createSealer } from './seal.ts';

/** Packs and seals what comes, no faster than the sink takes it. */
export async function writeArchive(
  frames: () => AsyncIterable<Buffer>,
  sink: Writable,
  passphrase: string,
): Promise<void> {
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  await pipeline(frames, zstd, await createSealer(passphrase), sink);
}

export interface OpenArchive {
  readonly frames: FrameReader;
  /** Whether all of the file was read, and was as it was written. @throws BackupRefused */
  finish(): Promise<void>;
  /** Reads no further. */
  close(): void;
}

/** Nothing comes out that did not go in; that nothing is missing is known at `finish`. */
export function openArchive(source: Readable, passphrase: string): OpenArchive {
  const unpacked = createZstdDecompress();
  const done = pipeline(source, createOpener(passphrase), unpacked);
  // Whoever reads is told as well; this promise may be asked later, or not at all.
  done.catch(() => undefined);
  return {
    frames: readFrames(unpacked),
    finish: () => done,
    close: () => void unpacked.destroy(),
  };
}
