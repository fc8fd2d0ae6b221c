import type { CodeReader } from './code-reader.ts';
import { picturesOf } from './picture.ts';

/** Of the coarsest picture of it that shows any code; undefined where the file is no photo. Rejects where the reader broke. */
export async function readPhoto(reader: CodeReader, photo: Blob): Promise<readonly string[] | undefined> {
  const pictures = await picturesOf(photo).catch(() => undefined);
  for (const draw of pictures ?? []) {
    const picture = draw();
    const texts = picture === undefined ? [] : await reader.read(picture);
    if (texts.length > 0) return texts;
  }
  return pictures === undefined ? undefined : [];
}
