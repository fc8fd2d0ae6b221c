import type { Notice, UnitLink, UnitRow } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { showTime } from '../format-time.ts';
import { useWords } from '../i18n/words.ts';
import { Moment } from './moment.tsx';
import { Named } from './named.tsx';
import { Recorded } from './recorded.tsx';
import { Row } from './row.tsx';

/** What the notices say, inside the banner: a person who is warned asks why, by whom, since when. */
export function Notices({ notices }: { notices: readonly Notice[] }): ReactNode {
  return oneForAlike(notices).map((notice) => <NoticeFacts key={JSON.stringify(notice)} notice={notice} />);
}

/** A maker recalls lot by lot: what says the same of another lot on the same day is read once, with both lots. */
function oneForAlike(notices: readonly Notice[]): Notice[] {
  const alike = Map.groupBy(notices, ({ units, more, since, ...said }) =>
    JSON.stringify([said, showTime(since, said.timeZoneOffset, 'en')?.date]),
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : {
          ...first,
          units: [first, ...others].flatMap(({ units }) => units),
          more: [first, ...others].reduce((sum, { more }) => sum + more, 0),
        },
  );
}

function NoticeFacts({ notice }: { notice: Notice }): ReactNode {
  const { lang, say } = useWords();
  const { names, unitsAs, units, more } = notice;
  return (
    <div className="notice">
      <dl className="facts">
        <Row label="notice.says">{notice.says[lang]}</Row>
        {notice.reason ? (
          <Row label="notice.reason">
            <Recorded text={notice.reason} />
          </Row>
        ) : null}
        {notice.level ? (
          <Row label="notice.level">
            <Recorded text={notice.level} />
          </Row>
        ) : null}
        {names === undefined ? null : (
          <Row label={`notice.names.${names.as}`}>
            <UnitName unit={names} />
          </Row>
        )}
        {unitsAs === undefined ? null : (
          <Row label={`notice.units.${unitsAs}`}>
            {[...Map.groupBy(units, ({ of }) => of)].map(([of, rows]) => (
              <UnitList key={of ?? ''} of={of} rows={rows} />
            ))}
            {more === 0 ? null : <p className="units-more">{say('notice.more', { n: more })}</p>}
          </Row>
        )}
        <Row label="notice.since">
          <Moment time={notice.since} offset={notice.timeZoneOffset} dayOnly />
        </Row>
        {notice.issuer ? (
          <Row label="notice.issuer">
            <Named name={notice.issuer} />
          </Row>
        ) : null}
      </dl>
    </div>
  );
}

/** The product once, then the number of each of its units. */
function UnitList({ of, rows }: { of: string | undefined; rows: readonly UnitRow[] }): ReactNode {
  const { say } = useWords();
  return (
    <>
      {of === undefined ? null : (
        <p className="units-of">
          <Recorded text={of} />
        </p>
      )}
      <ul className="units">
        {rows.map(({ label, lot, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
            {lot === undefined ? null : <> {say('notice.lot', { lot })}</>}
          </li>
        ))}
      </ul>
    </>
  );
}

function UnitName({ unit: { label, detail, href } }: { unit: UnitLink }): ReactNode {
  return (
    <a href={href}>
      <Recorded text={label} />
      {detail === undefined ? null : <> {detail}</>}
    </a>
  );
}
