import type { MapElement } from '@suyuan/api/maps';
import type { ReactNode } from 'react';
import { mapText } from '../../../i18n/map.ts';
import { useText } from '../../../i18n/use-text.ts';
import './map-page.css';
import '../../trace/regions/map/map.css';
import { mapParts, propertiesOf } from '../../trace/regions/map/map-parts.tsx';

/** The map as its maker drew it. */
export function MapPreview({ drawing }: { drawing: MapElement }): ReactNode {
  const say = useText(mapText);
  return (
    <svg
      {...propertiesOf(drawing.attributes)}
      className="region-map map-preview"
      role="img"
      aria-label={say('preview')}
    >
      {mapParts(drawing)}
    </svg>
  );
}
