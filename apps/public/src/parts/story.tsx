import type { CodePage, Story, StoryRecord, StoryStage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { showTime } from '../format-time.ts';
import { useWords } from '../i18n/words.ts';
import { Moment } from './moment.tsx';
import { Named } from './named.tsx';
import { Recorded } from './recorded.tsx';

/** Where it has been, in a few stages; behind each the records that say so. */
export function StorySection({ page, story }: { page: CodePage; story: Story }): ReactNode {
  const { say } = useWords();
  const told = story.stages.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="card" aria-labelledby="timeline">
      <div className="card-head">
        <h2 id="timeline">{say('timeline.title')}</h2>
        <span className="count">
          {say(page.isPart ? 'timeline.count.part' : 'timeline.count', {
            n: page.isPart ? page.total : told,
          })}
        </span>
      </div>
      <p className="hint">{say('story.hint')}</p>
      <ol className="timeline story">
        {story.stages.map((stage, index) => (
          <Stage key={`${index} ${stage.kind}`} stage={stage} />
        ))}
      </ol>
      {page.isPart ? <p className="note">{say('timeline.part')}</p> : null}
      {page.hidden ? <p className="note">{say('timeline.hidden', { n: page.hidden })}</p> : null}
    </section>
  );
}

const KINDS_OF_SOURCES: ReadonlySet<StoryStage['kind']> = new Set(['origin', 'processing']);

function Stage({ stage }: { stage: StoryStage }): ReactNode {
  const { say, lang } = useWords();
  const looks = KINDS_OF_SOURCES.has(stage.kind) ? 'source' : stage.kind === 'withdrawn' ? 'wrong' : 'start';
  return (
    <li className={`event event-${looks}`}>
      <h3 className="stage-title">{stage.title[lang]}</h3>
      <p className="event-when">
        <Days of={stage} />
        <Towns stage={stage} />
      </p>
      <p>
        <Recorded text={stage.sentence[lang]} />
      </p>
      <details className="raw">
        <summary>{say(stage.count === 1 ? 'story.record' : 'story.records', { n: stage.count })}</summary>
        <ul>
          {stage.records.map((record, index) => (
            <RecordLine key={index} record={record} />
          ))}
          {stage.moreRecords === undefined ? null : <li>{say('timeline.cut', { n: stage.moreRecords })}</li>}
        </ul>
      </details>
    </li>
  );
}

function Towns({ stage: { places } }: { stage: StoryStage }): ReactNode {
  const towns = [...new Map(places.flatMap(({ town }) => (town?.zh === undefined ? [] : [[town.zh, town] as const])))];
  return towns.map(([key, town], index) => (
    <span key={key}>
      {index === 0 ? ' · ' : ' / '}
      <Named name={town} />
    </span>
  ));
}

/** One day, or the first and the last one, each on the calendar of its own place. */
function Days({
  of: { from, until, timeZoneOffset, untilOffset },
}: {
  of: Pick<StoryStage, 'from' | 'until' | 'timeZoneOffset' | 'untilOffset'>;
}): ReactNode {
  const { lang, say } = useWords();
  const isOne = showTime(from, timeZoneOffset, lang)?.date === showTime(until, untilOffset, lang)?.date;
  return (
    <>
      <Moment time={from} offset={timeZoneOffset} dayOnly />
      {isOne ? null : (
        <>
          {say('story.until')}
          <Moment time={until} offset={untilOffset} dayOnly />
        </>
      )}
    </>
  );
}

function RecordLine({ record }: { record: StoryRecord }): ReactNode {
  const { lang, say } = useWords();
  const { step, place, count, declaredInError, disputed } = record;
  return (
    <li className={declaredInError ? 'event-wrong' : undefined}>
      <strong>{step[lang]}</strong>
      {count === 1 ? null : ` × ${count}`}
      {place === undefined ? null : (
        <>
          {' · '}
          <Named name={place.name} otherwise={<code>{place.code}</code>} />
        </>
      )}
      {' · '}
      <Days of={record} />
      {declaredInError ? <span className="tag tag-bad">{say('timeline.wrong')}</span> : null}
      {disputed ? (
        <>
          <span className="tag tag-warning">{say('timeline.disputed')}</span> {say('timeline.disputed.why')}
        </>
      ) : null}
    </li>
  );
}
