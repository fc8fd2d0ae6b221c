import type { ReactNode } from 'react';
import type { Inline } from './guide.ts';
import { HelpLink } from './help-link.tsx';

export function GuideInlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => <GuideInline key={index} inline={inline} />);
}

function GuideInline({ inline }: { inline: Inline }): ReactNode {
  if (typeof inline === 'string') return inline;
  switch (inline.is) {
    case 'strong':
      return (
        <strong>
          <GuideInlines inlines={inline.of} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <GuideInlines inlines={inline.of} />
        </em>
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'picture':
      return <img src={inline.address} alt={inline.words} width={inline.width} height={inline.height} loading="lazy" />;
    case 'link': {
      const words = <GuideInlines inlines={inline.of} />;
      return inline.to.startsWith('/') ? <HelpLink to={inline.to}>{words}</HelpLink> : <a href={inline.to}>{words}</a>;
    }
  }
}
