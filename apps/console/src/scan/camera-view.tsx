import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { scanText } from '../i18n/scan.ts';
import { useText } from '../i18n/use-text.ts';
import { LiveView } from './live-view.tsx';
import { useCamera } from './use-camera.ts';
import type { useReader } from './use-reader.ts';

interface CameraViewProps {
  /** What to do with the goods. */
  readonly aim: string;
  readonly reader: ReturnType<typeof useReader>;
  readonly onCodes: (texts: readonly string[]) => void;
}

/** What the camera shows; without one, why, and what to do instead. */
export function CameraView({ aim, reader, onCodes }: CameraViewProps): ReactNode {
  const say = useText(scanText);
  const camera = useCamera();
  if (camera === 'asking') return <p role="status">{say('asking')}</p>;
  if (typeof camera === 'string') return <Alert type="info" showIcon title={say(camera)} />;
  return (
    <>
      <LiveView stream={camera} reader={reader} onCodes={onCodes} />
      <p className="soft">{aim}</p>
    </>
  );
}
