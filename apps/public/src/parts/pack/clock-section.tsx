import type { PackClockRow } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Row } from '../row.tsx';
import { BasisLine } from './basis.tsx';
import { ConditionLine } from './condition-line.tsx';
import { spanText } from './span-text.ts';
import { StageLinks } from './stage-links.tsx';

/** What is due, from what on, and what ends it. */
export function ClockSection({ clocks }: { clocks: readonly PackClockRow[] }): ReactNode {
  const { say } = useWords();
  if (clocks.length === 0) return null;
  return (
    <section className="card" aria-labelledby="clocks">
      <h2 id="clocks">{say('pack.clocks')}</h2>
      {clocks.map((clock, index) => (
        <Clock key={index} clock={clock} />
      ))}
    </section>
  );
}

function Clock({ clock }: { clock: PackClockRow }): ReactNode {
  const words = useWords();
  const { say, lang } = words;
  const { name, starts, ends, within, dayOfNextMonth, isRepeated, when, escalations } = clock;
  const due = dayOfNextMonth === undefined ? spanText(words, within) : say('pack.clock.month', { day: dayOfNextMonth });
  return (
    <article className="item">
      <h3>{name[lang]}</h3>
      {when === undefined ? null : <ConditionLine condition={when} />}
      <dl className="facts">
        <Row label="pack.clock.starts">
          <StageLinks stages={starts} />
        </Row>
        <Row label="pack.clock.within">
          {due}
          {isRepeated ? <span className="tag">{say('pack.clock.repeated')}</span> : null}
        </Row>
        <Row label="pack.clock.ends">
          <StageLinks stages={ends} />
        </Row>
        {escalations.length === 0 ? null : (
          <Row label="pack.clock.escalations">
            {escalations
              .map(({ after, to }) => say('pack.clock.told', { span: spanText(words, after), to: to[lang] }))
              .join(lang === 'zh' ? '；' : '; ')}
          </Row>
        )}
      </dl>
      <BasisLine of={clock} />
    </article>
  );
}
