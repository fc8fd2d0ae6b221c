import type { ImportFault, ImportWhole } from '@suyuan/api';
import type { ReactNode } from 'react';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { GetWorkbook } from './get-workbook.tsx';
import { importPath } from './path.ts';

interface NumberedFault extends ImportFault {
  readonly no: number;
}

/** The first of what is wrong, cell by cell, and a copy of all rows with something wrong. */
export function FaultList({ of: { id, name, faults, hasFile } }: { of: ImportWhole }): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  if (faults.length === 0) return null;
  const columns: readonly Column<NumberedFault>[] = [
    { label: say('cell'), cell: ({ cell, row }) => cell ?? say('row', { row }) },
    {
      label: say('column'),
      cell: ({ column }) => <span className="import-column">{column?.[language] ?? say('row.whole')}</span>,
    },
    { label: say('fault'), cell: ({ message }) => message[language] },
  ];
  const copy = `${name.replace(/\.[^.]*$/, '')} - ${say('faults.file')}.xlsx`;
  return (
    <Section title={say('faults')}>
      <p className="soft">{say(hasFile ? 'faults.text' : 'faults.gone')}</p>
      {hasFile ? (
        <div>
          <GetWorkbook path={`${importPath(id)}/annotated`} fileName={copy}>
            {say('faults.get')}
          </GetWorkbook>
        </div>
      ) : null}
      <Records
        caption={say('faults')}
        columns={columns}
        rows={faults.map((fault, no) => ({ ...fault, no }))}
        keyOf={({ no }) => String(no)}
        file="rows"
        empty={say('faults.none')}
      />
    </Section>
  );
}
