import type { CodePage, UnknownPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Icon, type IconName } from './icon.tsx';
import { Recorded } from './recorded.tsx';

type VerdictName = CodePage['verdict'] | UnknownPage['verdict'];

const ICONS: Readonly<Record<VerdictName, IconName>> = {
  normal: 'check',
  recalled: 'stop',
  failed: 'stop',
  expired: 'stop',
  gone: 'stop',
  'part-affected': 'doubt',
  'ingredient-affected': 'doubt',
  suspicious: 'doubt',
  incomplete: 'question',
  'unknown-code': 'question',
  'not-a-code': 'pencil',
};

interface BannerProps {
  readonly verdict: VerdictName;
  /** Where the verdict's own words do not fit. */
  readonly title?: string;
  /** Where the verdict's own does not fit. */
  readonly icon?: IconName;
  readonly text: string;
  /** What the verdict is about, so that one glance answers "of what?"; absent where it is not to be shown. */
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

/** The answer in two seconds: the first thing on the page, in words, shape and colour. */
export function VerdictBanner({ verdict, title, icon, text, about, children }: BannerProps): ReactNode {
  const { say } = useWords();
  return (
    <section className={`verdict verdict-${verdict}`} aria-labelledby="verdict">
      <div className="verdict-head">
        <Icon name={icon ?? ICONS[verdict]} />
        <h1 id="verdict">{title ?? say(`verdict.${verdict}`)}</h1>
      </div>
      {about === undefined ? null : <p className="verdict-about">{about}</p>}
      <p>{text}</p>
      {children}
    </section>
  );
}

/** How many doubts stand open in the banner; the rest fold, so that the verdict stays in one screen. */
const DOUBTS_OPEN = 3;

export function Doubts({ messages }: { messages: readonly string[] }): ReactNode {
  const { say } = useWords();
  if (messages.length === 0) return null;
  const folded = messages.slice(DOUBTS_OPEN);
  return (
    <>
      <ul className="doubts" aria-label={say('anomaly.title')}>
        {messages.slice(0, DOUBTS_OPEN).map((message, index) => (
          <li key={`${index} ${message}`}>
            <Recorded text={message} />
          </li>
        ))}
      </ul>
      {folded.length === 0 ? null : (
        <details>
          <summary>{say('anomaly.more', { n: folded.length })}</summary>
          <ul className="doubts">
            {folded.map((message, index) => (
              <li key={`${index} ${message}`}>
                <Recorded text={message} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
