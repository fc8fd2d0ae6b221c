/** What a camera shows, as a film that Chromium plays in place of one (YUV4MPEG2): symbols in turn, two seconds each. */
import { writeFileSync } from 'node:fs';
import bwipjs from 'bwip-js/node';

const [WIDTH, HEIGHT] = [640, 480];
const DOTS = 8; // a module of a matrix code, in the picture
const BAR_DOTS = 2;
const BAR_HEIGHT = 200;
const FRAMES_A_SECOND = 5;
const SECONDS_EACH = 2;
const [BLACK, WHITE, GREY] = [16, 235, 128]; // ITU-R BT.601, which the film is written in

export interface Shown {
  /** As bwip-js calls it. */
  readonly bcid: string;
  readonly text: string;
}

export function writeFilm(path: string, symbols: readonly Shown[]): void {
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const frames = symbols.flatMap((symbol) => Array<Buffer>(FRAMES_A_SECOND * SECONDS_EACH).fill(frameOf(symbol)));
  writeFileSync(path, Buffer.concat([head, ...frames]));
}

function frameOf(symbol: Shown): Buffer {
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const { columns, rows, isDark, dots } = modulesOf(symbol);
  const [left, top] = [Math.floor((WIDTH - columns * dots.x) / 2), Math.floor((HEIGHT - rows * dots.y) / 2)];
  for (let y = 0; y < rows * dots.y; y += 1)
    for (let x = 0; x < columns * dots.x; x += 1)
      if (isDark(Math.floor(x / dots.x), Math.floor(y / dots.y))) light[(top + y) * WIDTH + left + x] = BLACK;
  return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]);
}

interface Modules {
  readonly columns: number;
  readonly rows: number;
  readonly dots: { readonly x: number; readonly y: number };
  isDark(column: number, row: number): boolean;
}

function modulesOf({ bcid, text }: Shown): Modules {
  const [symbol] = bwipjs.raw({ bcid, text });
  if (symbol === undefined) throw new Error(`no symbol of ${bcid}`);
  if ('pixs' in symbol) {
    const { pixs, pixx, pixy } = symbol;
    return { columns: pixx, rows: pixy, dots: { x: DOTS, y: DOTS }, isDark: (x, y) => pixs[y * pixx + x] === 1 };
  }
  const bars = symbol.sbs.flatMap((width, at) => Array<boolean>(width).fill(at % 2 === 0));
  return { columns: bars.length, rows: 1, dots: { x: BAR_DOTS, y: BAR_HEIGHT }, isDark: (x) => bars[x] === true };
}

/** An image of it, for a photo. */
export async function imageOf({ bcid, text }: Shown): Promise<Buffer> {
  return bwipjs.toBuffer({ bcid, text, scale: 4, padding: 10, backgroundcolor: 'ffffff' });
}
