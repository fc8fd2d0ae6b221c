import { type ReactNode, useState } from 'react';
import { exportsText } from '../../i18n/exports.ts';
import { useText } from '../../i18n/use-text.ts';
import { CopyLine } from '../../manage/copy-line.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { EXPORT_KINDS, wantedOf } from './kinds.ts';
import { PartList } from './part-list.tsx';
import { WantedForm } from './wanted-form.tsx';

/** All that an organisation recorded, and what others have of its goods, in files to take away. */
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
  const [wanted, setWanted] = useState(wantedOf('events', 'epcis'));
  const { kind, format, count } = wanted;
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <WantedForm wanted={wanted} onChange={setWanted} />
      <PartList key={`${kind} ${format} ${count}`} wanted={wanted} />
      <Section title={say('much')}>
        <p>{say('much.text')}</p>
        <CopyLine
          label={say('much.command')}
          text={`${EXPORT_KINDS[kind].command} --format ${format} --out ${say('folder')}`}
        />
      </Section>
    </>
  );
}
