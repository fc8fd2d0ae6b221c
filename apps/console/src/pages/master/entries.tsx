import { ENTRY_KINDS } from '@suyuan/api';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { SearchField } from '../../manage/search-field.tsx';
import { useWanted } from '../../manage/use-wanted.ts';
import { EntryList } from './entry-list.tsx';
import './master.css';
import { useWords } from './use-words.ts';

/** The list and what is looked for in it, which the address keeps: `?kind=`, `q`. */
export function Entries(): ReactNode {
  const say = useText(masterText);
  const words = useWords();
  const [search, setSearch] = useWanted();
  // Of its own: a text that the address brings back late would break what is typed in Chinese.
  const [sought, setSought] = useState(search.get('q') ?? '');
  const kind = search.get('kind') ?? '';
  const look = (wanted: { readonly q: string; readonly kind: string }): void => {
    setSought(wanted.q);
    setSearch(new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')));
  };
  const kinds = ENTRY_KINDS.map((value) => ({ value: String(value), label: words.ofKind(value) }));
  return (
    <section className="section" aria-label={say('list')}>
      <div className="filters sought">
        <SearchField label={say('search')} value={sought} onChange={(q) => look({ q, kind })} />
        <Select
          aria-label={say('kind')}
          value={kind}
          options={[{ value: '', label: say('kind.all') }, ...kinds]}
          onChange={(wanted) => look({ q: sought, kind: wanted })}
          popupMatchSelectWidth={false}
        />
      </div>
      <EntryList q={sought} kind={kind} />
    </section>
  );
}
