import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { findInGuides } from './find-in-guides.ts';
import type { Guide } from './guide.ts';
import type { GuideName } from './guide-list.ts';
import { HelpLink } from './help-link.tsx';
import { loadGuides, titleOf } from './load-guide.ts';

/** More than fits two screens nobody reads; a longer word finds less. */
const SHOWN_MAX = 20;

/** The guides are loaded when something is first looked for in them. */
export function FoundParts({ words }: { words: string }): ReactNode {
  const [{ language }] = useSettings();
  const query = useQuery({
    queryKey: ['guides', language],
    queryFn: () => loadGuides(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <Loaded query={query}>{(guides) => <FoundList guides={guides} words={words} />}</Loaded>;
}

interface FoundListProps {
  readonly guides: readonly (readonly [GuideName, Guide])[];
  readonly words: string;
}

function FoundList({ guides, words }: FoundListProps): ReactNode {
  const say = useText(helpText);
  const [{ language }] = useSettings();
  const found = useMemo(() => findInGuides(guides, words), [guides, words]);
  const shown = found.slice(0, SHOWN_MAX);
  const count = shown.length;
  const told = count === 0 ? 'found.none' : found.length > count ? 'found.more' : 'found';
  return (
    <section className="section">
      <p role="status">{say(told, { count })}</p>
      <ul className="guide-list">
        {shown.map(({ guide, id, title, excerpt }) => (
          <li key={`${guide}#${id}`}>
            <HelpLink to={`/help/${guide}${id === undefined ? '' : `#${id}`}`}>{title}</HelpLink>
            {id === undefined ? null : <span className="soft"> · {titleOf(guide, language)}</span>}
            <p className="soft">{excerpt}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
