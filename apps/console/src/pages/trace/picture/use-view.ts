/** What part of a picture is seen: moved and zoomed by pointers, wheel, keys and buttons. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

export interface View {
  /** Of the upper left corner of the picture, in points of the screen. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const [SCALE_MIN, SCALE_MAX] = [0.02, 3];
const STEP = 1.3;
const KEY_MOVES = 60;
/** A hand that clicks shakes a little. */
const CLICK_MOVES_MAX = 4;
const MARGIN = 20;

export interface Viewing {
  readonly view: View;
  readonly size: Size;
  readonly zoom: (times: number) => void;
  readonly showAll: () => void;
  readonly showAt: (middle: Point) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly pointers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
  };
}

export function useView(frame: RefObject<SVGSVGElement | null>, whole: Size): Viewing {
  const size = useSize(frame);
  const [view, setView] = useState<View>({ x: MARGIN, y: MARGIN, scale: 1 });
  const zoomAt = (times: number, { x, y }: Point): void => setView((before) => zoomed(before, times, { x, y }));
  const move = (x: number, y: number): void => setView((before) => ({ ...before, x: before.x + x, y: before.y + y }));
  const zoom = (times: number): void => zoomAt(times, { x: size.width / 2, y: size.height / 2 });
  const showAll = (): void => setView(allOf(whole, size));
  useWheel(frame, zoomAt);
  return {
    ...{ view, size, zoom, showAll },
    showAt: ({ x, y }) =>
      setView(({ scale }) => ({ scale, x: size.width / 2 - x * scale, y: size.height / 2 - y * scale })),
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const done = KEYS[event.key]?.({ move, zoom, showAll });
      if (done === true) event.preventDefault();
    },
    pointers: usePointers(move, zoomAt),
  };
}

interface Moves {
  readonly move: (x: number, y: number) => void;
  readonly zoom: (times: number) => void;
  readonly showAll: () => void;
}

const moving =
  (x: number, y: number) =>
  ({ move }: Moves): true => {
    move(x * KEY_MOVES, y * KEY_MOVES);
    return true;
  };
const zooming =
  (times: number) =>
  ({ zoom }: Moves): true => {
    zoom(times);
    return true;
  };
const KEYS: Readonly<Record<string, ((moves: Moves) => true) | undefined>> = {
  ArrowLeft: moving(1, 0),
  ArrowRight: moving(-1, 0),
  ArrowUp: moving(0, 1),
  ArrowDown: moving(0, -1),
  '+': zooming(STEP),
  '=': zooming(STEP),
  '-': zooming(1 / STEP),
  '0': ({ showAll }) => {
    showAll();
    return true;
  },
};

/** What is at the point stays there. */
function zoomed({ x, y, scale }: View, times: number, at: Point): View {
  const next = Math.min(SCALE_MAX, Math.max(SCALE_MIN, scale * times));
  const ratio = next / scale;
  return { scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio };
}

function allOf(whole: Size, size: Size): View {
  const fits = Math.min((size.width - 2 * MARGIN) / whole.width, (size.height - 2 * MARGIN) / whole.height);
  const scale = Math.min(1, Math.max(SCALE_MIN, fits));
  return { scale, x: (size.width - whole.width * scale) / 2, y: (size.height - whole.height * scale) / 2 };
}

function useSize(frame: RefObject<SVGSVGElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

/** The wheel scrolls the page until one is in the picture; with Ctrl, which pinching a touch pad sends, it zooms at once. */
function useWheel(frame: RefObject<SVGSVGElement | null>, zoomAt: (times: number, at: Point) => void): void {
  const latest = useRef(zoomAt);
  latest.current = zoomAt;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !element.contains(document.activeElement)) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      latest.current(Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top });
    };
    // React listens so that nothing can be prevented.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame]);
}

/** One moves, two zoom. Only what moved is held: a click still reaches what is under it. */
function usePointers(
  move: (x: number, y: number) => void,
  zoomAt: (times: number, at: Point) => void,
): Viewing['pointers'] {
  const down = useRef(new Map<number, Point>());
  const moved = useRef(0);
  const end = ({ pointerId }: PointerEvent): void => void down.current.delete(pointerId);
  return {
    onPointerDown: ({ pointerId, clientX, clientY }) => {
      if (down.current.size === 0) moved.current = 0;
      down.current.set(pointerId, { x: clientX, y: clientY });
    },
    onPointerMove: ({ pointerId, clientX, clientY, currentTarget }) => {
      const before = down.current.get(pointerId);
      if (before === undefined) return;
      const now = { x: clientX, y: clientY };
      const other = [...down.current].find(([id]) => id !== pointerId)?.[1];
      moved.current += distance(before, now);
      if (moved.current <= CLICK_MOVES_MAX) return;
      currentTarget.setPointerCapture(pointerId);
      down.current.set(pointerId, now);
      if (other === undefined) return move(now.x - before.x, now.y - before.y);
      const { left, top } = currentTarget.getBoundingClientRect();
      const at = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
      zoomAt(distance(now, other) / Math.max(1, distance(before, other)), at);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
