/** Why there is no picture, each with its own words. */
export type CameraRefusal = 'insecure' | 'unable' | 'refused' | 'missing' | 'busy' | 'failed';

/** Of the error of `getUserMedia` (Media Capture and Streams §10.2); browsers have no camera at all over plain http. */
export function cameraRefusal(cause: unknown): CameraRefusal {
  switch (cause instanceof Error ? cause.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotSupportedError':
      return 'unable';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

/** Why no camera can be asked for here; undefined where one can. */
export function withoutCamera(): CameraRefusal | undefined {
  if (!isSecureContext) return 'insecure';
  return navigator.mediaDevices?.getUserMedia === undefined ? 'unable' : undefined;
}
