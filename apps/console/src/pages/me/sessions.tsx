import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { EndOthers } from './end-others.tsx';
import { EndSession } from './end-session.tsx';
import { useDeviceName } from './use-device-name.ts';
import { type OwnSession, useOwnSessions } from './use-own-sessions.ts';

/** Where one is signed in; ended one by one, or all but this one. */
export function Sessions(): ReactNode {
  const say = useText(meText);
  const query = useOwnSessions();
  const [ended, setEnded] = useState<OwnSession | 'others'>();
  const columns = useColumns(setEnded);
  const others = query.data?.filter(({ isThis }) => !isThis).length ?? 0;
  const close = (): void => setEnded(undefined);
  return (
    <section className="section" aria-labelledby="sessions">
      <div className="section-head">
        <h2 id="sessions">{say('sessions')}</h2>
        {others > 0 ? <Button onClick={() => setEnded('others')}>{say('sessions.endOthers')}</Button> : null}
      </div>
      <p className="soft">{say('sessions.lead')}</p>
      <Loaded query={query}>
        {(sessions) => (
          <Records
            caption={say('sessions')}
            columns={columns}
            rows={sessions}
            keyOf={({ id }) => id}
            empty={say('sessions.empty')}
          />
        )}
      </Loaded>
      {ended === 'others' ? <EndOthers count={others} onClose={close} /> : null}
      {ended === undefined || ended === 'others' ? null : <EndSession session={ended} onClose={close} />}
    </section>
  );
}

function useColumns(onEnd: (session: OwnSession) => void): readonly Column<OwnSession>[] {
  const say = useText(meText);
  const sayAll = useText(manageText);
  const deviceName = useDeviceName();
  return [
    {
      label: say('device'),
      cell: ({ agent, isThis }) => (
        <>
          <strong>{deviceName(agent)}</strong>
          {isThis ? <Tag color="success">{say('this')}</Tag> : null}
        </>
      ),
    },
    { label: say('address'), cell: ({ address }) => address ?? sayAll('none') },
    { label: say('seen'), cell: ({ seenAt }) => <Moment at={seenAt} /> },
    { label: say('made'), cell: ({ madeAt }) => <Moment at={madeAt} /> },
    {
      label: sayAll('actions'),
      cell: (session) =>
        session.isThis ? (
          sayAll('none')
        ) : (
          <Button
            size="small"
            aria-label={say('session.endOf', { device: deviceName(session.agent) })}
            onClick={() => onEnd(session)}
          >
            {say('session.end')}
          </Button>
        ),
    },
  ];
}
