/** Codes read from the camera and from photos, in the browser: nothing that is shown leaves the device. */
export { type CameraRefusal, cameraRefusal, withoutCamera } from './camera-refusal.ts';
export type { CodeReader } from './code-reader.ts';
export { endCamera, hasTorch, openCamera, setTorch } from './open-camera.ts';
export { openReader } from './open-reader.ts';
export { readFrames } from './read-frames.ts';
export { readPhoto } from './read-photo.ts';
export { shownCode } from './shown-code.ts';
export { openSignal } from './signal.ts';
