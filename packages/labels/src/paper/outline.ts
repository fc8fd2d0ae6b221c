/** The dots of one letter, from its outline (TrueType: filled where the winding number is not zero). */
import type { Path } from 'fontkit';

/** Dots from the left end of the baseline: x to the right, y down. */
export interface Dots {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const CURVE_STEPS = 6; // a curve of a letter of 20 mm is then off by less than a dot

/** @param scale dots to a unit of the outline. A dot is dark where its middle is inside. */
export function dotsOf(path: Path, scale: number): Dots {
  const edges = edgesOf(path, scale);
  const xs = edges.flatMap(({ x0, x1 }) => [x0, x1]);
  const ys = edges.flatMap(({ y0, y1 }) => [y0, y1]);
  if (edges.length === 0) return { left: 0, top: 0, width: 0, height: 0, dark: new Uint8Array(0) };
  const left = Math.floor(Math.min(...xs));
  const top = Math.floor(Math.min(...ys));
  const width = Math.ceil(Math.max(...xs)) - left;
  const height = Math.ceil(Math.max(...ys)) - top;
  const dark = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (const [from, to] of insideAt(edges, top + row + 0.5)) {
      const first = Math.max(0, Math.ceil(from - left - 0.5));
      const end = Math.min(width, Math.ceil(to - left - 0.5));
      dark.fill(1, row * width + first, row * width + Math.max(first, end));
    }
  }
  return { left, top, width, height, dark };
}

/** The stretches of a horizontal line that are inside. */
function insideAt(edges: readonly Edge[], y: number): readonly (readonly [number, number])[] {
  const crossings: { x: number; turn: number }[] = [];
  for (const { x0, y0, x1, y1 } of edges) {
    if (y0 <= y === y1 <= y) continue;
    crossings.push({ x: x0 + ((y - y0) * (x1 - x0)) / (y1 - y0), turn: y1 > y0 ? 1 : -1 });
  }
  crossings.sort((a, b) => a.x - b.x);
  const inside: (readonly [number, number])[] = [];
  let winding = 0;
  let from = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x;
    winding += turn;
    if (winding === 0) inside.push([from, x]);
  }
  return inside;
}

function edgesOf(path: Path, scale: number): readonly Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    edges.push({ x0: x * scale, y0: -y * scale, x1: toX * scale, y1: -toY * scale });
    [x, y] = [toX, toY];
  };
  for (const { command, args } of path.commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'moveTo') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'lineTo') lineTo(a, b);
    else if (command === 'closePath') lineTo(startX, startY);
    else {
      // Quadratic: TrueType has no other curves.
      const [fromX, fromY] = [x, y];
      for (let step = 1; step <= CURVE_STEPS; step += 1) {
        const t = step / CURVE_STEPS;
        const [before, control, after] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
        lineTo(before * fromX + control * a + after * c, before * fromY + control * b + after * d);
      }
    }
  }
  return edges;
}
