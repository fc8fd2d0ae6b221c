import type { LabelRunBody } from '@suyuan/api/labels';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { useWords } from '../master/use-words.ts';
import { RUNS_PATH, runPage } from './path.ts';
import { pageOfRuns } from './use-labels.ts';

/** Labels that have numbers, the newest first, with what became of them. */
export function RunList(): ReactNode {
  const say = useText(labelsText);
  const words = useWords();
  const [{ language }] = useSettings();
  const found = useFound({ path: RUNS_PATH, wanted: {}, pageOf: pageOfRuns });
  const columns: readonly Column<LabelRunBody>[] = [
    {
      label: say('run'),
      cell: ({ id, layoutName, values, product }) => (
        <>
          <Link to={runPage(id)}>{values.name ?? layoutName[language]}</Link>
          <div className="soft">{words.ofCode(product)}</div>
        </>
      ),
    },
    { label: say('count'), isNumber: true, cell: ({ count }) => count.toLocaleString(language) },
    { label: say('printed'), isNumber: true, cell: ({ printed }) => sumOf(printed).toLocaleString(language) },
    { label: say('used'), isNumber: true, cell: ({ bound }) => sumOf(bound).toLocaleString(language) },
    { label: say('madeAt'), cell: ({ madeAt }) => <Moment at={madeAt} /> },
  ];
  return (
    <>
      <Loaded query={found.query}>
        {(runs) => (
          <Records
            caption={say('runs')}
            columns={columns}
            rows={runs}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say('runs.none')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}

const sumOf = (spans: readonly { readonly first: number; readonly last: number }[]): number =>
  spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
