import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import type { Guide } from './guide.ts';
import { GuideBlocks } from './guide-blocks.tsx';
import { GuideContents } from './guide-contents.tsx';
import type { GuideName } from './guide-list.ts';
import { HelpLink } from './help-link.tsx';
import { HelpTitle } from './help-title.tsx';
import { loadGuide, titleOf } from './load-guide.ts';
import { useHeadingOfAddress } from './use-heading-of-address.ts';

/** One guide in the language of the moment, with a list of its headings. */
export function GuidePage({ name }: { name: GuideName }): ReactNode {
  const say = useText(helpText);
  const [{ language }] = useSettings();
  const title = titleOf(name, language);
  const query = useQuery({
    queryKey: ['guide', name, language],
    queryFn: () => loadGuide(name, language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <header className="help-head">
        <HelpLink to="/help">{say('all')}</HelpLink>
        <HelpTitle>{title}</HelpTitle>
      </header>
      <Loaded query={query}>{(guide) => <GuideText guide={guide} />}</Loaded>
    </>
  );
}

function GuideText({ guide: { blocks } }: { guide: Guide }): ReactNode {
  const text = useRef<HTMLElement>(null);
  useHeadingOfAddress(text);
  const headings = blocks.filter((block) => block.is === 'heading');
  return (
    <div className="guide">
      {headings.length > 1 ? <GuideContents headings={headings} /> : null}
      <article ref={text}>
        <GuideBlocks blocks={blocks} />
      </article>
    </div>
  );
}
