import type { TraceAnswer } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { manageText } from '../../../i18n/manage.ts';
import { useText } from '../../../i18n/use-text.ts';
import { type Column, Records } from '../../../manage/records.tsx';
import type { NameOf } from '../use-trace.ts';
import { drawnTiles } from './drawn-tiles.ts';
import './regions.css';
import { RegionDrawing } from './region-drawing.tsx';
import { RegionRecords } from './region-records.tsx';
import { type Region, type Regions, regionsOf, UNKNOWN } from './regions-of.ts';
import { type RegionWords, useRegionWords } from './use-region-words.ts';

interface RegionsViewProps {
  readonly trace: TraceAnswer;
  readonly nameOf: NameOf;
  /** Code of the province whose records are told. */
  readonly chosen: string | undefined;
  readonly onChoose: (code: string | undefined) => void;
}

/** The provinces of a trace: as tiles or on a map, as a list of the same, and what went from one to another. */
export function RegionsView({ trace, nameOf, chosen, onChoose }: RegionsViewProps): ReactNode {
  const words = useRegionWords();
  const { say } = words;
  const { regions, moves, wrong } = useMemo(() => regionsOf(trace), [trace]);
  const unknown = regions.find(({ code }) => code === UNKNOWN);
  return (
    <>
      <RegionDrawing {...{ words, chosen, onChoose }} tiles={drawnTiles(regions, words)} />
      {unknown === undefined ? null : (
        <p role="status">{say('unknown.count', { places: unknown.places.length, steps: unknown.events.length })}</p>
      )}
      {wrong === 0 ? null : <p>{say('wrong', { count: wrong })}</p>}
      <h3>{say('table')}</h3>
      <RegionTable {...{ regions, words, nameOf, chosen, onChoose }} />
      <h3>{say('moves')}</h3>
      <p className="soft">{say('moves.lead')}</p>
      <MoveTable moves={moves} words={words} />
    </>
  );
}

interface RegionTableProps extends Pick<RegionsViewProps, 'nameOf' | 'chosen' | 'onChoose'> {
  readonly regions: readonly Region[];
  readonly words: RegionWords;
}

function RegionTable({ regions, words, nameOf, chosen, onChoose }: RegionTableProps): ReactNode {
  const { say } = words;
  const sayAll = useText(manageText);
  const none = sayAll('none');
  const columns: readonly Column<Region>[] = [
    { label: say('province'), cell: ({ code }) => <strong>{words.nameOf(code)}</strong> },
    { label: say('places'), isNumber: true, cell: ({ places }) => places.length },
    { label: say('steps'), isNumber: true, cell: ({ events }) => events.length },
    { label: say('first'), cell: ({ firstDay }) => firstDay ?? none },
    { label: say('last'), cell: ({ lastDay }) => lastDay ?? none },
    {
      label: sayAll('actions'),
      cell: ({ code }) => {
        const isChosen = code === chosen;
        return (
          <Button
            size="small"
            aria-expanded={isChosen}
            aria-label={say(isChosen ? 'hide.of' : 'show.of', { name: words.nameOf(code) })}
            onClick={() => onChoose(isChosen ? undefined : code)}
          >
            {say(isChosen ? 'hide' : 'show')}
          </Button>
        );
      },
    },
  ];
  return (
    <Records
      caption={say('table')}
      columns={columns}
      rows={regions}
      keyOf={({ code }) => code}
      empty={say('none')}
      below={(region) =>
        region.code === chosen ? (
          <RegionRecords key={region.code} region={region} words={words} nameOf={nameOf} />
        ) : null
      }
    />
  );
}

function MoveTable({ moves, words }: { moves: Regions['moves']; words: RegionWords }): ReactNode {
  const { say } = words;
  const columns: readonly Column<Regions['moves'][number]>[] = [
    { label: say('from'), cell: ({ from }) => words.nameOf(from) },
    { label: say('to'), cell: ({ to }) => <>→ {words.nameOf(to)}</> },
    { label: say('units'), isNumber: true, cell: ({ units }) => units },
  ];
  return (
    <Records
      caption={say('moves')}
      columns={columns}
      rows={moves}
      keyOf={({ from, to }) => `${from} ${to}`}
      empty={say('moves.none')}
    />
  );
}
