import type { MapElement } from '@suyuan/api/maps';
import type { ReactNode } from 'react';
import type { DrawnTile } from '../drawn-tiles.ts';
import './map.css';
import { mapParts, propertiesOf } from './map-parts.tsx';
import { tileFinder } from './map-region.ts';

interface ColouredMapProps {
  readonly drawing: MapElement;
  readonly tiles: readonly DrawnTile[];
  /** For whoever hears it. */
  readonly label: string;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** The map with each province in its colour; those where something was are buttons. */
export function ColouredMap({ drawing, tiles, label, chosen, onChoose }: ColouredMapProps): ReactNode {
  const tileOf = tileFinder(tiles);
  const around = (element: MapElement, drawn: ReactNode): ReactNode => {
    const tile = tileOf(element);
    if (tile === undefined) return drawn;
    return (
      <Province key={`province ${tile.code}`} tile={tile} isChosen={tile.code === chosen} onChoose={onChoose}>
        {drawn}
      </Province>
    );
  };
  return (
    <svg {...propertiesOf(drawing.attributes)} className="region-map" role="group" aria-label={label}>
      {mapParts(drawing, around)}
    </svg>
  );
}

interface ProvinceProps extends Pick<ColouredMapProps, 'onChoose'> {
  readonly tile: DrawnTile;
  readonly isChosen: boolean;
  readonly children: ReactNode;
}

function Province({ tile, isChosen, onChoose, children }: ProvinceProps): ReactNode {
  // Its name.
  const title = <title>{tile.label}</title>;
  if (tile.level === 0) {
    return (
      <g className="map-region level-0">
        {title}
        {children}
      </g>
    );
  }
  return (
    <g
      className={`map-region level-${tile.level}${isChosen ? ' is-chosen' : ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      onClick={() => onChoose(tile.code)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(tile.code);
      }}
    >
      {title}
      {children}
    </g>
  );
}
