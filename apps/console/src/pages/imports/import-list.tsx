import type { ImportBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { useFound } from '../../manage/use-found.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { IMPORTS_PATH, importPage } from './path.ts';
import { StateTag } from './state-tag.tsx';
import { pageOfImports } from './use-import.ts';

/** Files that were sent, the newest first. */
export function ImportList(): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  const found = useFound({ path: IMPORTS_PATH, wanted: {}, pageOf: pageOfImports });
  const columns: readonly Column<ImportBody>[] = [
    { label: say('file'), cell: ({ id, name }) => <Link to={importPage(id)}>{name}</Link> },
    { label: say('stage'), cell: ({ stageName }) => stageName[language] },
    { label: say('state'), cell: ({ state }) => <StateTag state={state} /> },
    { label: say('rows'), isNumber: true, cell: ({ rows }) => rows.toLocaleString(language) },
    { label: say('recorded'), isNumber: true, cell: ({ recorded }) => recorded.toLocaleString(language) },
    { label: say('madeAt'), cell: ({ madeAt }) => <Moment at={madeAt} /> },
    { label: say('madeBy'), cell: ({ madeBy }) => madeBy?.name ?? say('program') },
  ];
  return (
    <>
      <Loaded query={found.query}>
        {(imports) => (
          <Records
            caption={say('list')}
            columns={columns}
            rows={imports}
            keyOf={({ id }) => id}
            file={found.pageAt}
            empty={say('list.none')}
          />
        )}
      </Loaded>
      <MoreButton found={found} />
    </>
  );
}
