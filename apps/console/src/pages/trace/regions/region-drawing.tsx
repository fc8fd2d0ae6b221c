import type { ApprovedMap } from '@suyuan/api/maps';
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { SaveButtons } from '../picture/save-buttons.tsx';
import type { DrawnTile } from './drawn-tiles.ts';
import { ColouredMap } from './map/coloured-map.tsx';
import { useMap, useWantsTiles } from './map/use-map.ts';
import { regionsPng, regionsSvg } from './region-file.ts';
import { LEVELS } from './regions-of.ts';
import { Tiles } from './tiles.tsx';
import type { RegionWords } from './use-region-words.ts';

interface RegionDrawingProps {
  readonly tiles: readonly DrawnTile[];
  readonly words: RegionWords;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** The tiles, or the map of the operator where there is one, with what the colours mean. */
export function RegionDrawing(props: RegionDrawingProps): ReactNode {
  const { map, isLoading } = useMap();
  const [wantsTiles, wantTiles] = useWantsTiles();
  const { say } = props.words;
  // What would be another drawing in a moment is not shown.
  if (isLoading) return <div className="region-drawing" />;
  if (map === undefined) return <Drawn {...props} map={undefined} />;
  return (
    <>
      <Radio.Group
        aria-label={say('as')}
        optionType="button"
        value={wantsTiles ? 'tiles' : 'map'}
        options={(['map', 'tiles'] as const).map((value) => ({ value, label: say(`as.${value}`) }))}
        onChange={({ target }) => wantTiles(target.value === 'tiles')}
      />
      <Drawn {...props} map={wantsTiles ? undefined : map} />
    </>
  );
}

function Drawn({ tiles, words, chosen, onChoose, map }: RegionDrawingProps & { map: ApprovedMap | undefined }) {
  const { say } = words;
  const legend = LEVELS.map((_, index) => levelText(index, words));
  const lines = map === undefined ? [] : [say('number', { number: map.number }), say('maker', { maker: map.maker })];
  const file = {
    ...{ tiles, legend, title: say('fileTitle'), legendTitle: say('legend') },
    map: map === undefined ? undefined : { approved: map, lines },
  };
  const count = tiles.filter(({ level }) => level > 0).length;
  return (
    <>
      <p className="soft">{say(map === undefined ? 'lead' : 'lead.map')}</p>
      <div className={`region-drawing${map === undefined ? '' : ' is-map'}`}>
        {map === undefined ? (
          <Tiles {...{ tiles, chosen, onChoose }} label={say('label', { count })} />
        ) : (
          <ColouredMap {...{ tiles, chosen, onChoose }} drawing={map.drawing} label={say('label.map', { count })} />
        )}
        <p className="region-legend">
          <span className="soft">{say('legend')}</span>
          {legend.map((text, index) => (
            <span key={text}>
              <i className={`region-swatch level-${index + 1}`} aria-hidden /> {text}
            </span>
          ))}
        </p>
        {lines.map((line) => (
          <p key={line} className="map-source">
            {line}
          </p>
        ))}
      </div>
      <SaveButtons fileName={say('fileName')} svg={() => regionsSvg(file)} png={() => regionsPng(file)} />
    </>
  );
}

function levelText(index: number, { say }: RegionWords): string {
  const [from = 0, next] = [LEVELS[index], LEVELS[index + 1]];
  return next === undefined ? say('level.last', { from }) : say('level.range', { from, to: next - 1 });
}
