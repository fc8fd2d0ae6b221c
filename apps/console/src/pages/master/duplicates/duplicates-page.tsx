import { ENTRY_KINDS } from '@suyuan/api';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { useWords } from '../use-words.ts';
import { DifferenceList } from './difference-list.tsx';
import { DuplicateList } from './duplicate-list.tsx';

/** Entries that look like one thing, in groups to be settled. The address keeps `?kind=`. */
export function DuplicatesPage(): ReactNode {
  const say = useText(duplicatesText);
  const sayMaster = useText(masterText);
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const kind = ENTRY_KINDS.find((each) => each === search.get('kind')) ?? '';
  const kinds = ENTRY_KINDS.map((value) => ({ value: String(value), label: words.ofKind(value) }));
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/master-data">{sayMaster('back')}</Link>
      </p>
      <PageHead title={say('title')} lead={say('lead')} />
      <section className="section" aria-label={say('title')}>
        <div className="filters">
          <Select
            aria-label={say('kind')}
            value={kind}
            options={[{ value: '', label: sayMaster('kind.all') }, ...kinds]}
            onChange={(wanted) => setSearch(wanted === '' ? {} : { kind: wanted }, { replace: true })}
            popupMatchSelectWidth={false}
          />
        </div>
        <DuplicateList kind={kind} />
      </section>
      <DifferenceList />
    </OnlyFor>
  );
}
