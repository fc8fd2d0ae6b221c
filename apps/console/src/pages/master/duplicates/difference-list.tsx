import type { DifferenceBody, DifferencesBody } from '@suyuan/api/merges';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { manageText } from '../../../i18n/manage.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Moment } from '../../../manage/moment.tsx';
import { MoreButton } from '../../../manage/more-button.tsx';
import { type Column, Records } from '../../../manage/records.tsx';
import { useFound } from '../../../manage/use-found.ts';
import { useMay } from '../../../manage/use-may.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { DIFFERENCES_PATH, entryPage } from '../path.ts';
import { useWords } from '../use-words.ts';
import { useAskingAgain } from './use-asking-again.ts';

/** What was said not to be the same, by whom and when, each with the way back; nothing where there is none. */
export function DifferenceList(): ReactNode {
  const say = useText(duplicatesText);
  const columns = useColumns();
  const found = useFound({
    path: DIFFERENCES_PATH,
    wanted: {},
    pageOf: ({ pairs, next, count }: DifferencesBody) => ({ rows: pairs.map((pair) => ({ ...pair, count })), next }),
  });
  const pairs = found.query.data ?? [];
  const [newest] = pairs;
  if (newest === undefined) return null;
  return (
    <details className="section differences">
      <summary>{say('differences', { count: newest.count })}</summary>
      <p className="soft">{say('differences.text')}</p>
      <Records caption={say('differences.list')} columns={columns} rows={pairs} keyOf={keyOf} empty="" />
      <MoreButton found={found} />
    </details>
  );
}

const keyOf = ({ entries }: DifferenceBody): string => entries.map(({ code }) => code).join(' ');

function useColumns(): readonly Column<DifferenceBody>[] {
  const say = useText(duplicatesText);
  const sayAll = useText(manageText);
  const words = useWords();
  const [{ language }] = useSettings();
  const maySay = useMay('capture');
  const asking = useAskingAgain();
  const nameOf = ({ name, code }: DifferenceBody['entries'][number]): string => name?.[language] ?? words.ofCode(code);
  const columns: readonly Column<DifferenceBody>[] = [
    {
      label: say('differences.what'),
      cell: ({ entries }) => (
        <ul className="plain-list">
          {entries.map((entry) => (
            <li key={entry.code}>
              <Link to={entryPage(entry.code)}>{nameOf(entry)}</Link>
              <div className="soft code">{words.ofCode(entry.code)}</div>
            </li>
          ))}
        </ul>
      ),
    },
    { label: say('differences.by'), cell: ({ person }) => person?.name ?? say('differences.program') },
    { label: say('differences.at'), cell: ({ at }) => <Moment at={at} /> },
  ];
  const again: Column<DifferenceBody> = {
    label: sayAll('actions'),
    cell: (pair) => (
      <Button
        size="small"
        aria-label={say('again.of', { names: pair.entries.map(nameOf).join(say('comma')) })}
        loading={asking.isPending && keyOf(asking.variables) === keyOf(pair)}
        onClick={() => asking.mutate(pair)}
      >
        {say('again')}
      </Button>
    ),
  };
  return maySay ? [...columns, again] : columns;
}
