import type { Chain, ChainLinkKind, ChainNode } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { safeUrl } from '../safe-url.ts';
import { fitText } from './fit-text.ts';
import { type Box, layOut } from './layout.ts';

const FONT_SIZE = 12;
const LINE_HEIGHT = 15;
const PADDING = 9;

/** Two drawings of one chain; the style sheet shows the one that suits the screen. */
const SIZES = [
  { name: 'narrow', width: 328, columns: 3 },
  { name: 'wide', width: 640, columns: 5 },
] as const;

export function ChainPicture({ chain }: { chain: Chain }): ReactNode {
  return SIZES.map((size) => <OneSize key={size.name} chain={chain} size={size} />);
}

function OneSize({ chain, size }: { chain: Chain; size: (typeof SIZES)[number] }): ReactNode {
  const { say } = useWords();
  const drawing = layOut(chain, size);
  const arrow = `arrow-${size.name}`;
  return (
    <svg
      className={`chain chain-${size.name}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={say('chain.picture', { n: chain.nodes.length + (chain.cut ?? 0) })}
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path className="chain-arrow" d="M0 0.5L8 4L0 7.5z" />
        </marker>
      </defs>
      {drawing.paths.map((path, index) => (
        <path key={index} className={`chain-link chain-link-${path.kind}`} d={path.d} markerEnd={`url(#${arrow})`} />
      ))}
      {drawing.boxes.map((box) => (
        <ChainBox key={box.id} box={box} />
      ))}
    </svg>
  );
}

function ChainBox({ box }: { box: Box }): ReactNode {
  const { node } = box;
  if (node === undefined) return <MoreBox box={box} />;
  const url = safeUrl(node.href);
  const drawn = <NodeBox box={box} node={node} />;
  return url === undefined || node.isStart ? drawn : <a href={url}>{drawn}</a>;
}

function NodeBox({ box, node }: { box: Box; node: ChainNode }): ReactNode {
  const { say } = useWords();
  const widthEm = (box.width - 2 * PADDING) / FONT_SIZE;
  const label = fitText(node.label, widthEm, node.detail ? 1 : 2);
  // A lot number is told apart by its last characters, so a long one loses its beginning's neighbours, not its end.
  const detail = node.detail ? fitText(node.detail, widthEm * (FONT_SIZE / 10.5), 1) : [];
  const lines = label.length + detail.length;
  const top = box.y + (box.height - lines * LINE_HEIGHT) / 2 + LINE_HEIGHT - 4;
  return (
    <g className={node.isStart ? `chain-node chain-${node.kind} chain-start` : `chain-node chain-${node.kind}`}>
      <title>{`${say(`kind.${node.kind}`)} · ${node.label}${node.detail ? ` · ${node.detail}` : ''}`}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={node.kind === 'container' ? 3 : 9} />
      <path className="chain-mark" d={`M${box.x + 4} ${box.y + 11}V${box.y + box.height - 11}`} />
      {[...label, ...detail].map((line, index) => (
        <text
          key={index}
          className={index < label.length ? 'chain-label' : 'chain-detail'}
          x={box.x + box.width / 2 + 2}
          y={top + index * LINE_HEIGHT}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function MoreBox({ box }: { box: Box }): ReactNode {
  const { say } = useWords();
  return (
    <g className="chain-more">
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="9" />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 4} textAnchor="middle">
        {say('chain.more', { n: box.more ?? 0 })}
      </text>
    </g>
  );
}

/** What the line styles mean, for those that this chain has. */
export function ChainLegend({ chain }: { chain: Chain }): ReactNode {
  const { say } = useWords();
  const kinds: readonly ChainLinkKind[] = ['transformation', 'containment', 'belongs'];
  return (
    <ul className="legend">
      {kinds
        .filter((kind) => chain.links.some((link) => link.kind === kind))
        .map((kind) => (
          <li key={kind}>
            <svg viewBox="0 0 30 8" width="30" height="8" aria-hidden="true">
              <path className={`chain-link chain-link-${kind}`} d="M1 4H29" />
            </svg>
            {say(`link.${kind}`)}
          </li>
        ))}
    </ul>
  );
}
