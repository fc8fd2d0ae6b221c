import type { DraftBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { draftsText } from '../../i18n/drafts.ts';
import { useText } from '../../i18n/use-text.ts';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { useMay } from '../../manage/use-may.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { DraftList } from './draft-list.tsx';
import { MakeDraft } from './make/make-draft.tsx';
import { DRAFTS_PATH } from './path.ts';

/** Documents that wait for somebody else's release, and what became of others. */
export function DraftsPage(): ReactNode {
  const say = useText(draftsText);
  const mayDraft = useMay('draft');
  const [isMaking, setMaking] = useState(false);
  const make = mayDraft ? (
    <Button type="primary" onClick={() => setMaking(true)}>
      {say('make')}
    </Button>
  ) : null;
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} action={make} />
      <Drafts />
      {isMaking ? <MakeDraft onClose={() => setMaking(false)} /> : null}
    </OnlyFor>
  );
}

function Drafts(): ReactNode {
  const api = useApi();
  const [opened, setOpened] = useState<DraftBody>();
  const query = useQuery({
    queryKey: [DRAFTS_PATH],
    queryFn: async () => (await api.get<{ readonly drafts: readonly DraftBody[] }>(DRAFTS_PATH)).drafts,
  });
  return (
    <>
      <DraftList query={query} side="waiting" onOpen={setOpened} />
      <DraftList query={query} side="decided" onOpen={setOpened} />
      {opened === undefined ? null : <DraftDialog draft={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
