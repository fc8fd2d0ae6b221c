import { type CameraRefusal, cameraRefusal, endCamera, openCamera, withoutCamera } from '@suyuan/web-build/scan';
import { useEffect, useState } from 'react';

/** What the camera shows; `asking` until the person has said whether it may be used, and why there is none. */
export function useCamera(): MediaStream | 'asking' | CameraRefusal {
  const [camera, setCamera] = useState<MediaStream | 'asking' | CameraRefusal>(() => withoutCamera() ?? 'asking');
  useEffect(() => {
    if (withoutCamera() !== undefined) return undefined;
    let isOver = false;
    let opened: MediaStream | undefined;
    openCamera().then(
      (stream) => {
        opened = stream;
        // The dialog was closed before the person allowed it.
        if (isOver) endCamera(stream);
        else setCamera(stream);
      },
      (cause: unknown) => setCamera(cameraRefusal(cause)),
    );
    return () => {
      isOver = true;
      if (opened !== undefined) endCamera(opened);
    };
  }, []);
  return camera;
}
