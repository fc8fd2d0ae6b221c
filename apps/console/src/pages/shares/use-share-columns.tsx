import type { ShareBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { sharesText } from '../../i18n/shares.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { RevokeShare } from './revoke-share.tsx';
import { shareState } from './share-state.ts';

const COLOURS = { open: 'success', over: 'default', revoked: 'default' } as const;
const CODES_SHOWN_MAX = 3; // they say what it is about

/** Of links: for whom and by whom, what of, until when, how often it was opened, and its end. */
export function useShareColumns(): readonly Column<ShareBody>[] {
  const say = useText(sharesText);
  const sayAll = useText(manageText);
  const now = Date.now();
  return [
    {
      label: say('note'),
      cell: ({ note, madeBy, createdAt }) => (
        <>
          <strong>{note}</strong>
          <span className="means">
            {madeBy === null ? say('byProgram') : say('by', { name: madeBy })} <Moment at={createdAt} />
          </span>
        </>
      ),
    },
    { label: say('what'), cell: (share) => <Shared share={share} /> },
    {
      label: say('state'),
      cell: (share) => {
        const state = shareState(share, now);
        return (
          <>
            <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>
            <span className="means">
              {say('until')} <Moment at={share.until} />
            </span>
          </>
        );
      },
    },
    {
      label: say('opened'),
      cell: ({ openedCount, lastOpenedAt }) => (
        <>
          {openedCount}
          {lastOpenedAt === null ? null : (
            <span className="means">
              {say('opened.last')} <Moment at={lastOpenedAt} />
            </span>
          )}
        </>
      ),
    },
    {
      label: sayAll('actions'),
      cell: (share) => (shareState(share, now) === 'open' ? <RevokeShare share={share} /> : sayAll('none')),
    },
  ];
}

function Shared({ share: { codes, eventID } }: { share: ShareBody }): ReactNode {
  const say = useText(sharesText);
  const more = codes.length - CODES_SHOWN_MAX;
  return (
    <>
      {codes.slice(0, CODES_SHOWN_MAX).map((code) => (
        <code key={code} className="code raw">
          {code}
        </code>
      ))}
      {more > 0 ? <span className="means">{say('what.more', { count: more })}</span> : null}
      {eventID === undefined ? null : <span className="means code">{say('what.event', { eventID })}</span>}
    </>
  );
}
