/** Pictures as readers want them. */

/** The longer side: a code that fills a third of it has four dots a module and more. */
const FRAME_PX_MAX = 1_280;
/** A photo shows more, from further away: first as quickly as a frame, then with what a small code needs. */
const PHOTO_PX = [1_600, 3_200] as const;

/** Of the camera; undefined until it shows something. */
export function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video;
  return width === 0 ? undefined : drawn(video, { canvas, width, height, most: FRAME_PX_MAX });
}

/** Of a photo, from the coarse to the fine. Rejects where the file is no picture that this browser knows. */
export async function picturesOf(file: Blob): Promise<readonly (() => ImageData | undefined)[]> {
  const photo = await decoded(file);
  const { width, height } = photo;
  const canvas = document.createElement('canvas');
  const sizes = PHOTO_PX.filter((most, at) => at === 0 || Math.max(width, height) > (PHOTO_PX[at - 1] ?? most));
  return sizes.map((most) => () => drawn(photo, { canvas, width, height, most }));
}

/** Safari before 15 has no bitmaps, and shows a photo only in an image. */
async function decoded(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in globalThis) return createImageBitmap(file);
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode().finally(() => URL.revokeObjectURL(image.src));
  return image;
}

interface Drawing {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
  /** Of the longer side. */
  readonly most: number;
}

function drawn(source: CanvasImageSource, { canvas, width, height, most }: Drawing): ImageData | undefined {
  const scale = Math.min(1, most / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  // What is clear in a picture is paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
