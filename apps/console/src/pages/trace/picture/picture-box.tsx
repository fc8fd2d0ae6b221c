import { memo, type ReactNode } from 'react';
import { BOX_WIDTH, type Box, linesOf } from './drawing.ts';

interface PictureBoxProps {
  readonly box: Box;
  readonly isChosen: boolean;
  readonly hasText: boolean;
  readonly onChoose: (id: string) => void;
}

/** A box, which tells its records when it is chosen. */
export const PictureBox = memo(({ box, isChosen, hasText, onChoose }: PictureBoxProps): ReactNode => {
  const classes = ['picture-box'];
  if (box.marks !== '') classes.push('is-wrong');
  else if (box.start !== '') classes.push('is-start');
  if (box.isApart) classes.push('is-apart');
  if (isChosen) classes.push('is-chosen');
  return (
    <g
      className={classes.join(' ')}
      role="button"
      data-box={box.id}
      tabIndex={0}
      aria-pressed={isChosen}
      onClick={() => onChoose(box.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(box.id);
      }}
    >
      {/* Its name, and what a pointer is told of what was cut. */}
      <title>{box.label}</title>
      <rect x={box.x} y={box.y} width={BOX_WIDTH} height={box.height} rx={8} />
      {hasText
        ? linesOf(box).map(({ kind, text, x, y, sign }, index) => (
            <g key={index} className={`picture-${kind}`}>
              {sign === undefined ? null : <path d={sign} fillRule="evenodd" />}
              <text x={x} y={y}>
                {text}
              </text>
            </g>
          ))
        : null}
    </g>
  );
});
