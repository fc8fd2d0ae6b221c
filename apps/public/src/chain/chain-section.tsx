import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../i18n/words.ts';
import type { Chain, ChainNode } from '../model.ts';
import { safeUrl } from '../safe-url.ts';
import { ChainLegend, ChainPicture } from './chain-picture.tsx';

/** A group longer than this ends in a count. */
const LISTED_MAX = 200;
/** A short group needs no fold. */
const OPEN_MAX = 6;

/** The chain as a picture, and the same as a list: for screen readers, for paper, and for what the picture sums up. */
export function ChainSection({ chain }: { chain: Chain }): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="chain">
      <h2 id="chain">{say('chain.title')}</h2>
      {chain.nodes.length < 2 ? (
        <p className="hint">{say('chain.alone')}</p>
      ) : (
        <>
          <p className="hint">{say('chain.hint')}</p>
          <ChainPicture chain={chain} />
          <ChainLegend chain={chain} />
          <ChainList chain={chain} />
        </>
      )}
      {chain.cut ? <p className="note">{say('chain.cut', { n: chain.cut })}</p> : null}
    </section>
  );
}

function ChainList({ chain }: { chain: Chain }): ReactNode {
  const { say } = useWords();
  const sorted = [...chain.nodes].sort((a, b) => a.level - b.level);
  return (
    <details className="raw">
      <summary>{say('chain.list', { n: chain.nodes.length })}</summary>
      <ChainGroup label="chain.upstream" nodes={sorted.filter(({ level, isStart }) => level < 0 && !isStart)} />
      <ChainGroup label="chain.start" nodes={sorted.filter(({ level, isStart }) => level === 0 || isStart)} />
      <ChainGroup label="chain.downstream" nodes={sorted.filter(({ level, isStart }) => level > 0 && !isStart)} />
    </details>
  );
}

function ChainGroup({ label, nodes }: { label: WordKey; nodes: readonly ChainNode[] }): ReactNode {
  const { say } = useWords();
  if (nodes.length === 0) return null;
  const unlisted = nodes.length - LISTED_MAX;
  return (
    <details className="group" open={nodes.length <= OPEN_MAX}>
      <summary>
        {say(label)} <span className="count">{nodes.length}</span>
      </summary>
      <ul>
        {nodes.slice(0, LISTED_MAX).map((node) => (
          <li key={node.id}>
            <NodeName node={node} /> <span className="tag">{say(`kind.${node.kind}`)}</span>
          </li>
        ))}
        {unlisted > 0 ? <li>{say('chain.unlisted', { n: unlisted })}</li> : null}
      </ul>
    </details>
  );
}

function NodeName({ node }: { node: ChainNode }): ReactNode {
  const url = safeUrl(node.href);
  const words = (
    <>
      <bdi>{node.label}</bdi>
      {node.detail ? (
        <>
          {' · '}
          <bdi>{node.detail}</bdi>
        </>
      ) : null}
    </>
  );
  return url === undefined || node.isStart ? words : <a href={url}>{words}</a>;
}
