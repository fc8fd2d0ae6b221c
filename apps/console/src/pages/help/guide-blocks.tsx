import type { ReactNode } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Block } from './guide.ts';
import { GuideInlines } from './guide-inlines.tsx';
import { GuideTable } from './guide-table.tsx';

export function GuideBlocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, index) => <GuideBlock key={index} block={block} />);
}

function GuideBlock({ block }: { block: Block }): ReactNode {
  const say = useText(helpText);
  switch (block.is) {
    case 'heading': {
      const Title = block.level > 2 ? 'h3' : 'h2';
      return (
        <Title id={block.id} tabIndex={-1}>
          <GuideInlines inlines={block.of} />
        </Title>
      );
    }
    case 'text':
      return (
        <p>
          <GuideInlines inlines={block.of} />
        </p>
      );
    case 'code':
      return (
        // Wider than the page it scrolls, also for whoever has no mouse.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
        <pre tabIndex={0} role="group" aria-label={say('program.text')}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <GuideBlocks blocks={item} />
        </li>
      ));
      return block.first === undefined ? <ul>{items}</ul> : <ol start={block.first}>{items}</ol>;
    }
    case 'table':
      return <GuideTable head={block.head} rows={block.rows} />;
  }
}
