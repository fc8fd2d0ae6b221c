/** In which encoding a file of text is written, and its text piece by piece. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Problem } from '@suyuan/api';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * A mark at the beginning says it; else text that is valid UTF-8 is UTF-8, since Chinese in GB18030 practically never is. The
 * whole file is asked: the first Chinese may stand in its last row. @throws Problem `table.unreadable` for none of them
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).finally(() => file.close());
  const mark = buffer.toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await isWrittenIn(path, encoding)) return encoding;
  throw new Problem('table.unreadable');
}

async function isWrittenIn(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of createReadStream(path)) {
      // No table of texts has a zero: that is some other file.
      if (decoder.decode(piece, { stream: true }).includes('\0')) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Without the mark. @throws Problem `table.unreadable` */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of createReadStream(path)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (cause instanceof TypeError) throw new Problem('table.unreadable', {}, { cause });
    throw cause;
  }
}
