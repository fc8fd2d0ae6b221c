import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import type { Notice, UnitLink } from '../model.ts';
import { Moment } from './moment.tsx';
import { Named } from './named.tsx';
import { Row } from './row.tsx';

/** What the notices say, inside the banner: a person who is warned asks why, by whom, since when. */
export function Notices({ notices }: { notices: readonly Notice[] }): ReactNode {
  return notices.map((notice) => <NoticeFacts key={JSON.stringify(notice)} notice={notice} />);
}

function NoticeFacts({ notice }: { notice: Notice }): ReactNode {
  const { lang, say } = useWords();
  const { names, unitsAs, units, more } = notice;
  return (
    <section className="notice" aria-label={say('notice.title')}>
      <dl className="facts">
        <Row label="notice.says">{notice.says[lang]}</Row>
        {notice.reason ? <Row label="notice.reason">{notice.reason}</Row> : null}
        {notice.level ? <Row label="notice.level">{notice.level}</Row> : null}
        {names === undefined ? null : (
          <Row label={`notice.names.${names.as}`}>
            <UnitName unit={names} />
          </Row>
        )}
        {unitsAs === undefined ? null : (
          <Row label={`notice.units.${unitsAs}`}>
            <ul className="units">
              {units.map((unit) => (
                <li key={unit.href}>
                  <UnitName unit={unit} />
                </li>
              ))}
              {more === 0 ? null : <li>{say('notice.more', { n: more })}</li>}
            </ul>
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
    </section>
  );
}

function UnitName({ unit: { label, detail, href } }: { unit: UnitLink }): ReactNode {
  return (
    <a href={href}>
      {label}
      {detail === undefined ? null : <> {detail}</>}
    </a>
  );
}
