import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { pictureText } from '../../../i18n/picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { BOX_WIDTH, type Box, type Drawing, type Way } from './drawing.ts';
import type { Laid } from './layered.ts';
import { PictureBox } from './picture-box.tsx';
import { useIsPrinting } from './use-is-printing.ts';
import { useView, type Viewing } from './use-view.ts';

interface PictureViewProps {
  readonly drawing: Drawing;
  /** Where it was laid out anew, one looks anew. */
  readonly laid: Laid;
  /** Id of the box whose records are told. */
  readonly chosen: string | undefined;
  /** Of the box that one looks at first. */
  readonly first: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** With more boxes than this, only those in view are drawn. */
const DRAWN_WHOLE_MAX = 300;
/** Of many boxes, no text is drawn that is too small to be read. */
const READ_SCALE_MIN = 0.35;
const ZOOM_STEP = 1.3;

/** The picture itself. */
export function PictureView({ drawing, laid, chosen, first, onChoose }: PictureViewProps): ReactNode {
  const say = useText(pictureText);
  const frame = useRef<SVGSVGElement>(null);
  const viewing = useView(frame, drawing);
  const isPrinting = useIsPrinting();
  useFirstLook(viewing, { drawing, laid, first });
  const { view, zoom, showAll, onKeyDown, pointers } = viewing;
  const isMany = drawing.boxes.length > DRAWN_WHOLE_MAX && !isPrinting;
  const { boxes, ways } = isMany ? inView(drawing, viewing) : drawing;
  const hasText = !isMany || view.scale >= READ_SCALE_MIN;
  return (
    <>
      <div className="picture-tools">
        <Button onClick={() => zoom(ZOOM_STEP)}>{say('in')}</Button>
        <Button onClick={() => zoom(1 / ZOOM_STEP)}>{say('out')}</Button>
        <Button onClick={showAll}>{say('whole')}</Button>
        <span className="soft picture-hint">{say('hint')}</span>
      </div>
      <svg
        ref={frame}
        className="picture"
        role="group"
        aria-label={say('label', { count: drawing.boxes.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the picture
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => follow(target, drawing, viewing)}
        {...pointers}
        {...(isPrinting ? { viewBox: `-10 -10 ${drawing.width + 20} ${drawing.height + 20}` } : {})}
      >
        <g {...(isPrinting ? {} : { transform: `translate(${view.x} ${view.y}) scale(${view.scale})` })}>
          {ways.map(({ key, path }) => (
            <path key={key} className="picture-way" d={path} />
          ))}
          {boxes.map((box) => (
            <PictureBox key={box.id} box={box} isChosen={box.id === chosen} hasText={hasText} onChoose={onChoose} />
          ))}
          {hasText
            ? ways.map(({ key, label }) =>
                label === undefined ? null : (
                  <text key={key} className="picture-label" x={label.x} y={label.y}>
                    {label.text}
                  </text>
                ),
              )
            : null}
        </g>
      </svg>
    </>
  );
}

/** Whoever goes from box to box by keys sees where they are. */
function follow(focused: SVGElement, { boxes }: Drawing, { showAt }: Viewing): void {
  const box = focused.matches(':focus-visible') ? boxes.find(({ id }) => id === focused.dataset.box) : undefined;
  if (box !== undefined) showAt({ x: box.x + BOX_WIDTH / 2, y: box.y + box.height / 2 });
}

/** One sees first what was asked for, or chosen before, as large as it can be read; all of it where that is as large. */
function useFirstLook(
  { size, showAt, showAll }: Viewing,
  { drawing, laid, first }: Pick<PictureViewProps, 'drawing' | 'laid' | 'first'>,
): void {
  const [looked, setLooked] = useState<Laid>();
  useEffect(() => {
    if (size.width === 0 || looked === laid) return;
    setLooked(laid);
    const box = drawing.boxes.find(({ id }) => id === first);
    if (drawing.width <= size.width && drawing.height <= size.height) showAll();
    else if (box !== undefined) showAt({ x: box.x + BOX_WIDTH / 2, y: box.y + box.height / 2 });
  });
}

interface Shown {
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
}

function inView({ boxes, ways }: Drawing, { view: { x, y, scale }, size }: Viewing): Shown {
  const [left, top] = [-x / scale, -y / scale];
  const [right, bottom] = [left + size.width / scale, top + size.height / scale];
  return {
    boxes: boxes.filter(
      (box) => box.x < right && box.x + BOX_WIDTH > left && box.y < bottom && box.y + box.height > top,
    ),
    ways: ways.filter((way) => way.left < right && way.right > left && way.top < bottom && way.bottom > top),
  };
}
