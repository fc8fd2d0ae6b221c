import { useEffect, useState } from 'react';
import { type CameraRefusal, cameraRefusal } from './camera-refusal.ts';
import { endCamera, openCamera } from './open-camera.ts';

/** What the camera shows; `asking` until the person has said whether it may be used, and why there is none. */
export function useCamera(): MediaStream | 'asking' | CameraRefusal {
  const [camera, setCamera] = useState<MediaStream | 'asking' | CameraRefusal>(() => beforeAsking());
  useEffect(() => {
    if (beforeAsking() !== 'asking') return undefined;
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

function beforeAsking(): 'asking' | CameraRefusal {
  if (!isSecureContext) return 'insecure';
  return 'mediaDevices' in navigator ? 'asking' : 'unable';
}
