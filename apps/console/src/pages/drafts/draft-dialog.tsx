import type { DraftBody } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../api.ts';
import { type EventLine, eventLines } from '../../events/event-lines.ts';
import { useStepName } from '../../events/use-step-name.ts';
import { draftsText } from '../../i18n/drafts.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { Records } from '../../manage/records.tsx';
import { useMay } from '../../manage/use-may.ts';
import { useReturnFocus } from '../../manage/use-return-focus.ts';
import { useSession } from '../../session.ts';
import { pageOf } from '../countersign/path.ts';
import { DecideDraft, type Decision } from './decide-draft.tsx';
import { DRAFTS_PATH } from './path.ts';

/** What a draft says, and what can be decided of it. */
export function DraftDialog({ draft, onClose }: { draft: DraftBody; onClose: () => void }): ReactNode {
  const say = useText(draftsText);
  const api = useApi();
  const mayRelease = useMay('release');
  const isMine = useSession().data?.person.id === draft.madeBy.id;
  const [decision, setDecision] = useState<Decision>();
  const query = useQuery({
    queryKey: [DRAFTS_PATH, draft.id],
    queryFn: () => api.get<{ readonly document: unknown }>(`${DRAFTS_PATH}/${draft.id}`),
  });
  useReturnFocus();
  const others: readonly Decision[] = mayRelease ? ['reject', 'release'] : [];
  const decisions: readonly Decision[] = draft.state !== 'waiting' ? [] : isMine ? ['withdraw'] : others;
  if (decision !== undefined) return <DecideDraft id={draft.id} what={decision} onClose={onClose} />;
  const buttons = decisions.map((what) => (
    <Button key={what} type={what === 'release' ? 'primary' : 'default'} onClick={() => setDecision(what)}>
      {say(what)}
    </Button>
  ));
  return (
    <Modal
      open
      width={860}
      title={say('content')}
      closable={{ 'aria-label': say('close') }}
      onCancel={onClose}
      footer={
        <div className="actions">
          <Button onClick={onClose}>{say('close')}</Button>
          {buttons}
        </div>
      }
    >
      <div className="dialog-body">
        <Loaded query={query}>
          {({ document }) => <Events document={document} isReleased={draft.state === 'released'} />}
        </Loaded>
      </div>
    </Modal>
  );
}

interface Row {
  readonly line: EventLine;
  readonly key: string;
}

function Events({ document, isReleased }: { document: unknown; isReleased: boolean }): ReactNode {
  const say = useText(draftsText);
  const none = useText(manageText)('none');
  const stepName = useStepName();
  const linkTo = (eventID: string | undefined): ReactNode =>
    eventID === undefined ? none : <Link to={pageOf(eventID)}>{say('countersign.open')}</Link>;
  const lines = eventLines(document);
  // An event that has no ID of its own gets one from its content, which this page does not know.
  const isNamed = isReleased && lines.some(({ eventID }) => eventID !== undefined);
  return (
    <>
      <Records
        caption={say('content')}
        columns={[
          { label: say('time'), cell: ({ line }) => <Moment at={line.time} isExact /> },
          { label: say('what'), cell: ({ line }) => stepName(line.step) },
          { label: say('codes'), cell: ({ line }) => line.codes.join(' · ') || none },
          { label: say('place'), cell: ({ line }) => line.place ?? none },
          ...(isNamed ? [{ label: say('countersign'), cell: ({ line: { eventID } }: Row) => linkTo(eventID) }] : []),
        ]}
        rows={lines.map((line, at) => ({ line, key: String(at) }))}
        keyOf={({ key }) => key}
        empty={none}
      />
      <details>
        <summary>{say('raw')}</summary>
        <code className="raw">{JSON.stringify(document, null, 2)}</code>
      </details>
    </>
  );
}
