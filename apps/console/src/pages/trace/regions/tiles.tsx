import type { ReactNode } from 'react';
import { ALONE_Y, COUNT_Y, type DrawnTile, HEIGHT, SHORT_Y, TILE, WIDTH } from './drawn-tiles.ts';

interface TilesProps {
  readonly tiles: readonly DrawnTile[];
  /** For whoever hears it. */
  readonly label: string;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** A tile for each province; those where something was are buttons. */
export function Tiles({ tiles, label, chosen, onChoose }: TilesProps): ReactNode {
  return (
    // Room around it for the frame of the tile that is chosen.
    <svg className="region-tiles" role="group" aria-label={label} viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`}>
      {tiles.map((tile) =>
        tile.level === 0 ? (
          <g key={tile.code} className="region-tile level-0">
            <TileFace tile={tile} />
          </g>
        ) : (
          <g
            key={tile.code}
            className={`region-tile level-${tile.level}${tile.code === chosen ? ' is-chosen' : ''}`}
            role="button"
            tabIndex={0}
            aria-pressed={tile.code === chosen}
            onClick={() => onChoose(tile.code)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onChoose(tile.code);
            }}
          >
            <TileFace tile={tile} />
          </g>
        ),
      )}
    </svg>
  );
}

function TileFace({ tile: { x, y, short, count, label } }: { tile: DrawnTile }): ReactNode {
  return (
    <>
      {/* Its name. */}
      <title>{label}</title>
      <rect x={x} y={y} width={TILE} height={TILE} rx={5} />
      <text className="region-short" x={x + TILE / 2} y={y + (count === '' ? ALONE_Y : SHORT_Y)}>
        {short}
      </text>
      {count === '' ? null : (
        <text className="region-count" x={x + TILE / 2} y={y + COUNT_Y}>
          {count}
        </text>
      )}
    </>
  );
}
