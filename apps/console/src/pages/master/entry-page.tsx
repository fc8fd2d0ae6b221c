import type { WholeEntryBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useApi } from '../../api.ts';
import { duplicatesText } from '../../i18n/duplicates.ts';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { MergedList } from './duplicates/merged-list.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { ChangeButton } from './form/change-button.tsx';
import './master.css';
import { NumberList } from './number-list.tsx';
import { ENTRIES_PATH, entryPath } from './path.ts';
import { PictureSection } from './picture/picture-section.tsx';
import { useWords } from './use-words.ts';
import { VersionList } from './version-list.tsx';

/** One thing: what is said of it, its numbers of now and before, and what was said when. */
export function EntryPage(): ReactNode {
  const { code = '' } = useParams();
  const say = useText(masterText);
  const api = useApi();
  const query = useQuery({
    queryKey: [ENTRIES_PATH, 'entry', code],
    queryFn: () => api.get<WholeEntryBody>(entryPath(code)),
  });
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/master-data">{say('back')}</Link>
      </p>
      <Loaded query={query}>{(entry) => <WholeEntry entry={entry} />}</Loaded>
    </OnlyFor>
  );
}

function WholeEntry({ entry }: { entry: WholeEntryBody }): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const [{ language }] = useSettings();
  const maySay = useMay('capture');
  const sayMerged = useText(duplicatesText);
  const { code, kind, name, spans, versions, merged = [], asked } = entry;
  const title = name?.[language] ?? words.ofCode(code);
  // One of another vocabulary is none that can be said here.
  const change = maySay && kind !== null ? <ChangeButton entry={entry} /> : null;
  return (
    <>
      <PageHead title={title} lead={`${words.ofKind(kind)} · ${words.ofCode(code)}`} action={change} />
      {asked === undefined ? null : (
        <Alert
          type="info"
          showIcon
          title={sayMerged('asked', { name: asked.name?.[language] ?? words.ofCode(asked.code) })}
        />
      )}
      <Section title={say('facts')}>
        <EntryFacts entry={entry} />
      </Section>
      {kind === 'product' ? <PictureSection code={code} name={title} /> : null}
      <Section title={say('identifiers')}>
        <NumberList spans={spans} />
      </Section>
      <MergedList merged={merged} />
      <Section title={say('versions')}>
        <VersionList versions={versions} />
      </Section>
    </>
  );
}
