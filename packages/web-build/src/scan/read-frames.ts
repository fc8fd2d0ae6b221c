/** Reads what the camera shows, one frame after another. */
import type { CodeReader } from './code-reader.ts';
import { frameOf } from './picture.ts';

/** Between two frames: ten a second are as quick as a hand, and leave a phone its battery. */
const REST_MS = 100;

interface Watch {
  readonly video: HTMLVideoElement;
  readonly reader: CodeReader;
  readonly onCodes: (texts: readonly string[]) => void;
  readonly onFailed: () => void;
}

/** The next frame is taken when the last was read, however long that took. What is returned ends it. */
export function readFrames({ video, reader, onCodes, onFailed }: Watch): () => void {
  const canvas = document.createElement('canvas');
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const frame = frameOf(video, canvas);
      const texts = frame === undefined ? [] : await reader.read(frame);
      if (!isOver && texts.length > 0) onCodes(texts);
      await new Promise((next) => setTimeout(next, REST_MS));
    }
  };
  watch().catch(() => {
    if (!isOver) onFailed();
  });
  return () => {
    isOver = true;
  };
}
