/** Makes a small picture of a file, in the browser: drawn anew, so that of the file no more is left than what is seen. */
import { PICTURE_BYTES_MAX, PICTURE_SIDE_SHOWN } from '@suyuan/api/pictures';

export interface SmallPicture {
  /** To be shown. */
  readonly url: string;
  /** Of the file, in base64. */
  readonly bytes: string;
  readonly byteCount: number;
  readonly width: number;
  readonly height: number;
}

export type Unfit = 'large' | 'unread';

/** What cameras of phones make is smaller. */
const FILE_BYTES_MAX = 30 * 1024 * 1024;

/** The best first. Not every browser writes WebP; such a one answers with a PNG. */
const FORMS = ['image/webp', 'image/jpeg'].flatMap((type) =>
  [0.85, 0.7, 0.5, 0.3].map((quality) => ({ type, quality })),
);

export async function makeSmall(file: File): Promise<SmallPicture | Unfit> {
  if (file.size > FILE_BYTES_MAX) return 'large';
  // Turned as the camera was held. What the browser does not know is no picture to it.
  const drawn = await createImageBitmap(file).catch(() => undefined);
  if (drawn === undefined) return 'unread';
  const { width, height } = fitted(drawn);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (pen === null) return 'unread';
  // JPEG has no ground that shines through.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(drawn, 0, 0, width, height);
  drawn.close();
  for (const { type, quality } of FORMS) {
    const url = canvas.toDataURL(type, quality);
    const [head, bytes = ''] = url.split(',');
    const byteCount = atob(bytes).length;
    if (head === `data:${type};base64` && byteCount <= PICTURE_BYTES_MAX)
      return { url, bytes, byteCount, width, height };
  }
  return 'large';
}

/** As large as a page shows it, never larger than it is. */
function fitted({ width, height }: Pick<ImageBitmap, 'width' | 'height'>): { width: number; height: number } {
  const scale = Math.min(1, PICTURE_SIDE_SHOWN / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
