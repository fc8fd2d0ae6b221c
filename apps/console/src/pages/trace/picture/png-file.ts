/** The picture as a PNG: drawn with the fonts of the page, so that no letter is missing on another machine. */
import { BOX_WIDTH, type Box, type Drawing, linesOf } from './drawing.ts';
import { FONTS, LOOK, MARGIN, SIZES } from './file-look.ts';
import { frameOf } from './svg-file.ts';

/** Twice as fine as a page on a desk, for paper. */
const SCALE = 2;
/** What each browser can draw: Safari has the least, 4,096 × 4,096 points. */
const POINTS_MAX = 16_000_000;
const SIDE_MAX = 16_000;
/** Smaller than this no text can be read. */
const SCALE_MIN = 0.7;

/** Undefined where the picture is too large to be read as a PNG. */
export async function pngOf({ boxes, ways, width, height }: Drawing): Promise<Blob | undefined> {
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const scale = Math.min(SCALE, Math.sqrt(POINTS_MAX / (wide * high)), SIDE_MAX / Math.max(wide, high));
  if (scale < SCALE_MIN) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(wide * scale);
  canvas.height = Math.floor(high * scale);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  await document.fonts.load(`${SIZES.title}px ${FONTS}`, boxes.map(({ label }) => label).join(''));
  context.fillStyle = LOOK.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(MARGIN, MARGIN);
  context.strokeStyle = LOOK.way;
  context.lineWidth = 1.5;
  for (const { path } of ways) context.stroke(new Path2D(path));
  for (const box of boxes) drawBox(context, box);
  context.textAlign = 'center';
  context.font = `${SIZES.label}px ${FONTS}`;
  context.lineWidth = 3;
  context.strokeStyle = LOOK.ground;
  context.fillStyle = LOOK.text;
  for (const { label } of ways) {
    if (label === undefined) continue;
    context.strokeText(label.text, label.x, label.y);
    context.fillText(label.text, label.x, label.y);
  }
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

function drawBox(context: CanvasRenderingContext2D, box: Box): void {
  const { stroke, width, dashes } = frameOf(box);
  context.fillStyle = LOOK.ground;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.setLineDash([...dashes]);
  context.fillRect(box.x, box.y, BOX_WIDTH, box.height);
  context.strokeRect(box.x, box.y, BOX_WIDTH, box.height);
  context.setLineDash([]);
  for (const { kind, text, x, y, sign } of linesOf(box)) {
    context.fillStyle = LOOK[kind];
    context.font = `${kind === 'text' ? '' : '600 '}${SIZES[kind]}px ${FONTS}`;
    if (sign !== undefined) context.fill(new Path2D(sign), 'evenodd');
    context.fillText(text, x, y);
  }
}
