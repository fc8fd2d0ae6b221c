import type { SharedGoods, SharedStep, SharePage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Moment } from '../parts/moment.tsx';
import { Named } from '../parts/named.tsx';

/** The server knows one clock, and the pages are read in China. */
const CHINA = '+08:00';

/** What an organisation shares by a link: which goods, and the steps in their order. */
export function ShareView({ page }: { page: SharePage }): ReactNode {
  const { say } = useWords();
  const { sharedBy, until, askedAt, goods, steps, cut, isPart, isOneEvent } = page;
  return (
    <div className="column-first">
      <section className="card" aria-labelledby="shared">
        <h1 id="shared">{say(isOneEvent ? 'share.title.event' : 'share.title')}</h1>
        <p className="hint">{say('share.by', { name: sharedBy.name })}</p>
        <ul className="shared-goods">
          {goods.map((each) => (
            <Goods key={each.code} goods={each} />
          ))}
        </ul>
        <p className="hint">
          {say('share.asked')} <Moment time={askedAt} offset={CHINA} />
          {' · '}
          {say('share.until')} <Moment time={until} offset={CHINA} />
        </p>
      </section>
      <section className="card" aria-labelledby="steps">
        <div className="card-head">
          <h2 id="steps">{say('timeline.title')}</h2>
          <span className="count">{say('timeline.count', { n: steps.length + (cut ?? 0) })}</span>
        </div>
        {steps.length === 0 ? <p className="hint">{say('timeline.empty')}</p> : null}
        <ol className="timeline">
          {steps.map((step, index) => (
            <Step key={index} step={step} />
          ))}
        </ol>
        {cut === undefined ? null : <p className="note">{say('timeline.cut', { n: cut })}</p>}
        {isPart ? <p className="note">{say('timeline.part')}</p> : null}
      </section>
    </div>
  );
}

function Goods({ goods: { code, name } }: { goods: SharedGoods }): ReactNode {
  return (
    <li>
      {name === undefined ? null : (
        <strong>
          <Named name={name} />
        </strong>
      )}{' '}
      <code>{code}</code>
    </li>
  );
}

function Step({ step: told }: { step: SharedStep }): ReactNode {
  const { say, lang } = useWords();
  const { time, step, place, party, isHidden, isVerified, declaredInError, disputed } = told;
  return (
    <li className={declaredInError ? 'event event-start event-wrong' : 'event event-start'}>
      {time === undefined ? null : (
        <p className="event-when">
          <Moment time={time} offset={CHINA} />
        </p>
      )}
      <p className="event-step">
        <strong>{step?.[lang] ?? say('share.hidden.step')}</strong>
        {declaredInError ? <span className="tag tag-bad">{say('timeline.wrong')}</span> : null}
        {disputed ? <span className="tag tag-warning">{say('timeline.disputed')}</span> : null}
      </p>
      {party === undefined && place === undefined ? null : (
        <p className="event-where">
          {party === undefined ? null : <Named name={party.name} otherwise={<code>{party.code}</code>} />}
          {party !== undefined && place !== undefined ? ' · ' : null}
          {place === undefined ? null : <Named name={place.name} otherwise={<code>{place.code}</code>} />}
        </p>
      )}
      {isHidden ? <p className="event-note">{say(isVerified ? 'share.hidden.verified' : 'share.hidden')}</p> : null}
    </li>
  );
}
