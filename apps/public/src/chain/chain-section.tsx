import type { Chain, ChainNode, FlowBox } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../i18n/words.ts';
import { Named } from '../parts/named.tsx';
import { safeUrl } from '../safe-url.ts';
import { FlowPicture } from './flow-picture.tsx';

/** A group longer than this ends in a count. */
const LISTED_MAX = 200;
/** A short group needs no fold. */
const OPEN_MAX = 6;

interface ChainProps {
  readonly chain: Chain;
  readonly flow: readonly FlowBox[];
  readonly isPart: boolean;
}

/** The chain in a few boxes, and behind a fold each of its units. */
export function ChainSection({ chain, flow, isPart }: ChainProps): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="chain">
      <h2 id="chain">{say('chain.title')}</h2>
      {chain.nodes.length < 2 && flow.length < 2 ? (
        <p className="hint">{say(isPart ? 'chain.alone.part' : 'chain.alone')}</p>
      ) : (
        <>
          {flow.length < 2 ? null : (
            <>
              <p className="hint">{say('chain.hint')}</p>
              <FlowPicture flow={flow} />
            </>
          )}
          {chain.nodes.length < 2 ? null : <ChainList chain={chain} />}
        </>
      )}
      {chain.cut ? <p className="note">{say('chain.cut', { n: chain.cut })}</p> : null}
      {isPart && chain.nodes.length > 1 ? <p className="note">{say('chain.part')}</p> : null}
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
        {[...Map.groupBy(nodes.slice(0, LISTED_MAX), ({ kind, label }) => `${kind} ${label}`)].map(([key, alike]) => (
          <Alike key={key} nodes={alike} />
        ))}
        {unlisted > 0 ? <li>{say('chain.unlisted', { n: unlisted })}</li> : null}
      </ul>
    </details>
  );
}

/** Units of one product: its name once, then the number of each. */
function Alike({ nodes }: { nodes: readonly ChainNode[] }): ReactNode {
  const { say, lang } = useWords();
  const [first] = nodes;
  if (first === undefined) return null;
  const kind = <span className="tag">{say(`kind.${first.kind}`)}</span>;
  if (nodes.length === 1) {
    return (
      <li>
        <NodeName node={first}>
          <Named name={{ [lang]: first.label }} />
          {first.detail ? (
            <>
              {' · '}
              <bdi>{first.detail}</bdi>
            </>
          ) : null}
        </NodeName>{' '}
        {kind}
      </li>
    );
  }
  return (
    <li>
      <Named name={{ [lang]: first.label }} /> {kind}
      <ul className="numbers">
        {nodes.map((node) => (
          <li key={node.id}>
            <NodeName node={node}>
              <bdi>{node.detail ?? node.label}</bdi>
            </NodeName>
          </li>
        ))}
      </ul>
    </li>
  );
}

function NodeName({ node, children }: { node: ChainNode; children: ReactNode }): ReactNode {
  const url = safeUrl(node.href);
  return url === undefined || node.isStart ? children : <a href={url}>{children}</a>;
}
