import { type ReactNode, useState } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Heading, plainText } from './guide.ts';
import { HelpLink } from './help-link.tsx';
import { useHelpPlace } from './help-place.ts';

/** The headings of a guide, beside it at a desk; on a phone they are behind their name until they are asked for. */
export function GuideContents({ headings }: { headings: readonly Heading[] }): ReactNode {
  const say = useText(helpText);
  const { follow } = useHelpPlace();
  const [isBeside] = useState(() => follow === undefined && matchMedia('(min-width: 992px)').matches);
  return (
    <nav className="guide-contents" aria-label={say('contents')}>
      <details open={isBeside}>
        <summary>{say('contents')}</summary>
        <ul>
          {headings.map(({ id, level, of }) => (
            <li key={id} className={level > 2 ? 'deeper' : undefined}>
              <HelpLink to={`#${id}`}>{plainText(of)}</HelpLink>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
