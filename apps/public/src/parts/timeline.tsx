import type { CodePage, TimelineEvent } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Moment } from './moment.tsx';
import { Named } from './named.tsx';

/** Open at both ends, folded between: where it began and where it is now are what people look for. */
const OPEN_HEAD = 3;
const OPEN_TAIL = 4;
/** Beyond this a phone slows down; the server is expected to send fewer. */
const LISTED_MAX = 400;

export function Timeline({ page }: { page: CodePage }): ReactNode {
  const { say } = useWords();
  const sorted = [...page.timeline].sort((a, b) => a.time - b.time);
  const events = sorted.slice(-LISTED_MAX);
  const cut = (page.cut ?? 0) + sorted.length - events.length;
  const isFolded = events.length > OPEN_HEAD + OPEN_TAIL + 1;
  const [head, middle, tail] = isFolded
    ? [events.slice(0, OPEN_HEAD), events.slice(OPEN_HEAD, -OPEN_TAIL), events.slice(-OPEN_TAIL)]
    : [events, [], []];
  return (
    <section className="card" aria-labelledby="timeline" data-folds>
      <div className="card-head">
        <h2 id="timeline">{say('timeline.title')}</h2>
        {page.total === 0 ? null : (
          <span className="count">
            {say(page.isPart ? 'timeline.count.part' : 'timeline.count', { n: page.total })}
          </span>
        )}
        {isFolded ? (
          <button
            type="button"
            className="button-quiet"
            hidden
            data-unfold
            data-other={say('timeline.collapse')}
            aria-controls="timeline-middle"
          >
            {say('timeline.expand')}
          </button>
        ) : null}
      </div>
      <p className="hint">{say(hintOf(page))}</p>
      <EventList events={head} />
      {isFolded ? (
        <>
          <details className="fold" id="timeline-middle">
            <summary>{say('timeline.middle', { n: middle.length })}</summary>
            <EventList events={middle} />
          </details>
          <EventList events={tail} />
        </>
      ) : null}
      {cut > 0 ? <p className="note">{say('timeline.cut', { n: cut })}</p> : null}
      {page.isPart ? <p className="note">{say('timeline.part')}</p> : null}
      {page.hidden ? <p className="note">{say('timeline.hidden', { n: page.hidden })}</p> : null}
      <RawEvents events={events} />
    </section>
  );
}

/** A kind of product has no story of its own; that its items have none is not said. */
function hintOf({ timeline, code }: CodePage): 'timeline.hint' | 'timeline.empty' | 'timeline.class' {
  if (timeline.length > 0) return 'timeline.hint';
  return code.names === 'class' ? 'timeline.class' : 'timeline.empty';
}

function EventList({ events }: { events: readonly TimelineEvent[] }): ReactNode {
  if (events.length === 0) return null;
  return (
    <ol className="timeline">
      {events.map((event, index) => (
        <EventItem key={`${index} ${event.eventID}`} event={event} />
      ))}
    </ol>
  );
}

function EventItem({ event }: { event: TimelineEvent }): ReactNode {
  const { lang, say } = useWords();
  const { place, party } = event;
  return (
    <li
      className={event.declaredInError ? `event event-${event.unitRole} event-wrong` : `event event-${event.unitRole}`}
    >
      <p className="event-when">
        <Moment time={event.time} offset={event.timeZoneOffset} />
      </p>
      <p className="event-step">
        <strong>{event.step[lang]}</strong>
        {event.unitRole === 'start' ? null : <span className="tag">{say(`role.${event.unitRole}`)}</span>}
        {event.declaredInError ? <span className="tag tag-bad">{say('timeline.wrong')}</span> : null}
        {event.disputed ? <span className="tag tag-warning">{say('timeline.disputed')}</span> : null}
      </p>
      {party === undefined && place === undefined ? null : (
        <p className="event-where">
          {party === undefined ? null : <Named name={party.name} otherwise={<code>{party.code}</code>} />}
          {party !== undefined && place !== undefined ? ' · ' : null}
          {place === undefined ? null : <Named name={place.name} otherwise={<code>{place.code}</code>} />}
        </p>
      )}
      {event.disputed ? <p className="event-note">{say('timeline.disputed.why')}</p> : null}
      {event.note ? <p className="event-note">{event.note}</p> : null}
    </li>
  );
}

function RawEvents({ events }: { events: readonly TimelineEvent[] }): ReactNode {
  const { lang, say } = useWords();
  if (events.length === 0) return null;
  return (
    <details className="raw">
      <summary>{say('timeline.raw')}</summary>
      <ul>
        {events.map((event, index) => (
          <li key={`${index} ${event.eventID}`}>
            {event.step[lang]} <code>{event.eventID}</code>
            {event.place === undefined ? null : (
              <>
                {' '}
                <code>{event.place.code}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
