import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { keysText } from '../../i18n/keys.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useKeys } from '../../manage/queries.ts';
import { KeyList } from './key-list.tsx';
import { MakeKey } from './make-key.tsx';

export function KeysPage(): ReactNode {
  const say = useText(keysText);
  const [isMaking, setMaking] = useState(false);
  const make = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {say('make')}
    </Button>
  );
  return (
    <OnlyFor right="manage">
      <PageHead title={say('title')} lead={say('lead')} action={make} />
      <Keys />
      {isMaking ? <MakeKey onClose={() => setMaking(false)} /> : null}
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
