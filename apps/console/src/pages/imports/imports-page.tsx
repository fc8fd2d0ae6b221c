import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { importsText } from '../../i18n/imports.ts';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useForms } from '../record/use-forms.ts';
import { ImportList } from './import-list.tsx';
import './imports.css';
import { NewImport } from './new-import.tsx';

/** Records from a file: the template of a stage, the file that was filled in, and what became of earlier ones. */
export function ImportsPage(): ReactNode {
  const say = useText(importsText);
  const sayRecord = useText(recordText);
  return (
    <OnlyFor right="capture">
      <p className="back">
        <Link to="/record">{sayRecord('back')}</Link>
      </p>
      <PageHead title={say('title')} lead={say('lead')} />
      <Section title={say('new')}>
        <Begin />
      </Section>
      <Section title={say('list')}>
        <ImportList />
      </Section>
    </OnlyFor>
  );
}

function Begin(): ReactNode {
  const say = useText(recordText);
  const forms = useForms();
  return (
    <Loaded query={forms}>
      {({ packs }) => (packs.length === 0 ? <p>{say('forms.none')}</p> : <NewImport packs={packs} />)}
    </Loaded>
  );
}
