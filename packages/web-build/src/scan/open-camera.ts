/** The camera at the back of a phone; of a computer, the one that it has. */
declare global {
  // Of the extension "Image Capture", which knows lamps.
  interface MediaTrackCapabilities {
    readonly torch?: boolean;
  }
  interface MediaTrackConstraintSet {
    torch?: boolean;
  }
}

/** Enough for the bars of a carton's label across the picture. */
const WANTED = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
};

export const openCamera = (): Promise<MediaStream> => navigator.mediaDevices.getUserMedia(WANTED);

export function endCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks();
  // Firefox learnt to tell late.
  return track !== undefined && 'getCapabilities' in track && track.getCapabilities().torch === true;
}

export async function setTorch(stream: MediaStream, isOn: boolean): Promise<void> {
  await stream.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: isOn }] });
}
