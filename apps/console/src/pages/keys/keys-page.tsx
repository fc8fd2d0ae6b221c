import type { ReactNode } from 'react';
import { keysText } from '../../i18n/keys.ts';
import { useText } from '../../i18n/use-text.ts';
import { AddButton } from '../../manage/add-button.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useKeys } from '../../manage/queries.ts';
import { KeyList } from './key-list.tsx';
import { MakeKey } from './make-key.tsx';

export function KeysPage(): ReactNode {
  const say = useText(keysText);
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={<AddButton doing={say('make')} dialog={MakeKey} />} />
      <Keys />
    </OnlyFor>
  );
}

function Keys(): ReactNode {
  const query = useKeys();
  return (
    <section className="section">
      <Loaded query={query}>{(keys) => <KeyList keys={keys} />}</Loaded>
    </section>
  );
}
