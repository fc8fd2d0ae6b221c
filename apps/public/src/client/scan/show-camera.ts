import {
  type CodeReader,
  cameraRefusal,
  endCamera,
  hasTorch,
  openCamera,
  readFrames,
  setTorch,
  withoutCamera,
} from '@suyuan/web-build/scan';
import type { Panel } from './draw-panel.ts';

interface Watching {
  readonly reader: Promise<CodeReader>;
  readonly onCodes: (texts: readonly string[]) => void;
  readonly onFailed: () => void;
}

/** The camera's picture, read frame by frame; without one, why, and what to do instead. What is returned ends it. */
export function showCamera(panel: Panel, { reader, onCodes, onFailed }: Watching): () => void {
  const { say, video, told, buttons } = panel;
  let isOver = false;
  const ends: (() => void)[] = [];
  const show = async (stream: MediaStream): Promise<void> => {
    ends.push(() => endCamera(stream));
    video.srcObject = stream;
    video.hidden = false;
    buttons.torch.hidden = !hasTorch(stream);
    told.camera.textContent = say('aim');
    panel.root.scrollIntoView({ block: 'nearest' });
    // It begins by itself; a browser that stops it here was closed meanwhile.
    video.play().catch(() => undefined);
    const ready = await reader;
    if (!isOver) ends.push(readFrames({ video, reader: ready, onCodes, onFailed }));
  };
  const without = withoutCamera();
  told.camera.textContent = say(without ?? 'asking');
  if (without === undefined) {
    openCamera().then(
      (stream) => {
        // The person went on before it was allowed.
        if (isOver) endCamera(stream);
        else show(stream).catch(onFailed);
      },
      (cause: unknown) => {
        if (isOver) return;
        told.camera.textContent = say(cameraRefusal(cause));
        buttons.again.hidden = false;
      },
    );
  }
  ends.push(lightSwitch(panel));
  return () => {
    isOver = true;
    for (const end of ends.splice(0)) end();
    video.srcObject = null;
    video.hidden = true;
    told.camera.textContent = '';
  };
}

/** The lamp, where the camera has one. */
function lightSwitch({ say, video, buttons: { torch } }: Panel): () => void {
  let isLit = false;
  const turn = async (): Promise<void> => {
    if (!(video.srcObject instanceof MediaStream)) return;
    await setTorch(video.srcObject, !isLit);
    isLit = !isLit;
    torch.textContent = say(isLit ? 'torch.off' : 'torch');
  };
  torch.onclick = () => void turn().catch(() => undefined);
  return () => {
    torch.hidden = true;
    torch.textContent = say('torch');
  };
}
