import { BulbOutlined } from '@ant-design/icons';
import { hasTorch, readFrames, setTorch } from '@suyuan/web-build/scan';
import { Button } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { scanText } from '../i18n/scan.ts';
import { useText } from '../i18n/use-text.ts';
import type { useReader } from './use-reader.ts';

interface LiveViewProps {
  readonly stream: MediaStream;
  readonly reader: ReturnType<typeof useReader>;
  readonly onCodes: (texts: readonly string[]) => void;
}

/** The picture of a camera that runs, with its lamp where it has one. */
export function LiveView({ stream, reader: { state, failed }, onCodes }: LiveViewProps): ReactNode {
  const say = useText(scanText);
  const video = useRef<HTMLVideoElement>(null);
  const [isLit, setLit] = useState(false);
  const codesRead = useEffectEvent(onCodes);
  const broke = useEffectEvent(failed);
  useEffect(() => {
    if (video.current === null) return;
    video.current.srcObject = stream;
    // It begins by itself; a browser that stops it here was closed meanwhile.
    video.current.play().catch(() => undefined);
  }, [stream]);
  useEffect(() => {
    if (video.current === null || typeof state === 'string') return undefined;
    return readFrames({
      video: video.current,
      reader: state,
      onCodes: (texts) => codesRead(texts),
      onFailed: () => broke(),
    });
  }, [state]);
  const light = async (): Promise<void> => {
    await setTorch(stream, !isLit);
    setLit(!isLit);
  };
  return (
    <div className="scan-view">
      <video ref={video} muted playsInline aria-label={say('camera')} />
      {hasTorch(stream) ? (
        <Button size="large" icon={<BulbOutlined aria-hidden />} onClick={() => void light().catch(() => undefined)}>
          {say(isLit ? 'torch.off' : 'torch')}
        </Button>
      ) : null}
    </div>
  );
}
