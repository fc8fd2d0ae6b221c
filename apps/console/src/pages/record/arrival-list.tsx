import { type Arrival, type Arrivals, unitWords } from '@suyuan/api';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { useWords } from '../master/use-words.ts';
import { newSheetPage } from './path.ts';
import { useArrivals } from './use-arrivals.ts';

/** So many are named; how many there are is said. */
const NAMED = 2;

/** What others have sent here: received with one tap and a look. Nothing where there is none. */
export function ArrivalList(): ReactNode {
  const say = useText(recordText);
  const { data } = useArrivals();
  if (data === undefined || data.arrivals.length === 0) return null;
  const { arrivals, stages, more, since, isCut } = data;
  const columns: readonly Column<Arrival>[] = [
    { label: say('arrival.goods'), cell: (arrival) => <Goods arrival={arrival} /> },
    { label: say('arrival.from'), cell: ({ fromName, from }) => fromName ?? from ?? say('arrival.unknown') },
    { label: say('arrival.at'), cell: ({ at }) => <Moment at={at} /> },
    {
      label: say('arrival.do'),
      cell: (arrival) => (
        <div className="arrival-do">
          <Receive arrival={arrival} stages={stages} />
          <Refuse arrival={arrival} />
        </div>
      ),
    },
  ];
  return (
    <Section title={say('arrivals')}>
      <p className="soft">{say('arrivals.what', { since })}</p>
      <Records
        caption={say('arrivals')}
        columns={columns}
        rows={arrivals}
        keyOf={({ eventID }) => eventID}
        file="rows"
        empty=""
      />
      {more === 0 ? null : <p className="soft">{say('arrivals.more', { count: more })}</p>}
      {isCut ? <p className="soft">{say('arrivals.cut')}</p> : null}
    </Section>
  );
}

function Goods({ arrival: { units, count } }: { arrival: Arrival }): ReactNode {
  const say = useText(recordText);
  const words = useWords();
  const [{ language }] = useSettings();
  const named = units.slice(0, NAMED).map(({ code, name, quantity, uom = 'H87' }) => (
    <div key={code}>
      {name === undefined ? null : `${name[language]} `}
      {quantity === undefined ? null : `${quantity} ${unitWords(uom)[language]} `}
      <span className="soft">{words.ofCode(code)}</span>
    </div>
  ));
  return (
    <>
      {named}
      {count > NAMED ? <div className="soft">{say('arrival.count', { count })}</div> : null}
    </>
  );
}

/** Where several steps take goods in, one chooses. */
function Receive({ arrival: { eventID }, stages }: { arrival: Arrival } & Pick<Arrivals, 'stages'>): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const navigate = useNavigate();
  const [first, ...others] = stages;
  if (first === undefined) return say('arrival.no.step');
  if (others.length === 0) return <Link to={newSheetPage(first, { arrival: eventID })}>{say('arrival.receive')}</Link>;
  const items = stages.map(({ name }, at) => ({ key: String(at), label: name[language] }));
  const go = (key: string): void => {
    const chosen = stages[Number(key)];
    if (chosen !== undefined) void navigate(newSheetPage(chosen, { arrival: eventID }));
  };
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => go(key) }} trigger={['click']}>
      <Button>{say('arrival.receive')}</Button>
    </Dropdown>
  );
}

/** It never came, or is not ours: the sender is told, and it is to be received no more. */
function Refuse({ arrival: { eventID, units } }: { arrival: Arrival }): ReactNode {
  const say = useText(recordText);
  const mayDispute = useMay('capture');
  const [first] = units;
  if (!mayDispute) return null;
  const to = { event: eventID, subject: 'received', ...(first === undefined ? {} : { code: first.code }) };
  return <Link to={`/disputes?${new URLSearchParams(to)}`}>{say('arrival.refuse')}</Link>;
}
