import { type ReactNode, useState } from 'react';
import { exportsText } from '../../i18n/exports.ts';
import { useText } from '../../i18n/use-text.ts';
import { CopyLine } from '../../manage/copy-line.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { EXPORT_COUNT_DEFAULT, EXPORT_KINDS, type ExportWanted } from './kinds.ts';
import { PartList } from './part-list.tsx';
import { WantedForm } from './wanted-form.tsx';

const AT_FIRST: ExportWanted = { kind: 'events', format: 'epcis', count: EXPORT_COUNT_DEFAULT };

/** All that an organisation recorded, in files to take away. */
export function ExportsPage(): ReactNode {
  return (
    <OnlyFor right="query">
      <OnlyFor right="audit">
        <Exports />
      </OnlyFor>
    </OnlyFor>
  );
}

function Exports(): ReactNode {
  const say = useText(exportsText);
  const [wanted, setWanted] = useState(AT_FIRST);
  const { kind, format, count } = wanted;
  const command = EXPORT_KINDS.find(({ name }) => name === kind)?.command;
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <WantedForm wanted={wanted} onChange={setWanted} />
      <PartList key={`${kind} ${format} ${count}`} wanted={wanted} />
      {command === undefined ? null : (
        <Section title={say('much')}>
          <p>{say('much.text')}</p>
          <CopyLine label={say('much.command')} text={`${command} --format ${format} --out ${say('folder')}`} />
        </Section>
      )}
    </>
  );
}
