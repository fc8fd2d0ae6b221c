import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { pictureText } from '../../../i18n/picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ShowMore, useFirst } from '../show-more.tsx';
import { BoxRecords, OpenButton } from './box-records.tsx';
import type { Picture, PictureNode } from './collapse.ts';
import type { BoxText } from './drawing.ts';
import type { PictureLink } from './join-links.ts';
import type { PictureAddress } from './use-picture-address.ts';

interface PictureListProps {
  readonly picture: Picture;
  readonly texts: readonly BoxText[];
  readonly wayText: (link: PictureLink) => string;
  readonly address: PictureAddress;
  readonly onChange: (change: Partial<PictureAddress>) => void;
}

/** All that is in the picture, box by box in the order of the trace, for whoever reads or hears rather than looks. */
export function PictureList({ picture, texts, wayText, address, onChange }: PictureListProps): ReactNode {
  const { shown, more } = useFirst(picture.nodes);
  const labels = new Map(picture.nodes.map(({ id }, index) => [id, texts[index]?.label ?? '']));
  const ins = new Map<string, string[]>();
  const outs = new Map<string, string[]>();
  for (const link of picture.links) {
    add(ins, link.to, [labels.get(link.from) ?? '', wayText(link)]);
    add(outs, link.from, [labels.get(link.to) ?? '', wayText(link)]);
  }
  return (
    <>
      <ol className="picture-list">
        {shown.map((node, index) => {
          const text = texts[index];
          return text === undefined ? null : (
            <ListedBox
              key={node.id}
              {...{ node, text, address, onChange }}
              ins={ins.get(node.id) ?? []}
              outs={outs.get(node.id) ?? []}
            />
          );
        })}
      </ol>
      <ShowMore more={more} />
    </>
  );

  function add(to: Map<string, string[]>, id: string, [label, how]: readonly [string, string]): void {
    const told = to.get(id) ?? [];
    to.set(id, told);
    told.push(`${label}\n${how}`);
  }
}

interface ListedBoxProps extends Pick<PictureListProps, 'address' | 'onChange'> {
  readonly node: PictureNode;
  readonly text: BoxText;
  readonly ins: readonly string[];
  readonly outs: readonly string[];
}

function ListedBox({ node, text, ins, outs, address, onChange }: ListedBoxProps): ReactNode {
  const say = useText(pictureText);
  const isChosen = address.node === node.id;
  return (
    <li>
      <h3>{text.title}</h3>
      <p className="soft">{text.lines.join(say('comma'))}</p>
      {text.start === '' && text.marks === '' ? null : (
        <p>
          {text.start === '' ? null : <Tag>{text.start}</Tag>}
          {text.marks === '' ? null : <strong className="picture-fault">{text.marks}</strong>}
        </p>
      )}
      <Ways title="from" ways={ins} />
      <Ways title="to" ways={outs} />
      <div className="picture-tools">
        <Button
          size="small"
          aria-expanded={isChosen}
          aria-label={say(isChosen ? 'records.hide.of' : 'records.of', { label: text.label })}
          onClick={() => onChange({ node: isChosen ? undefined : node.id })}
        >
          {say(isChosen ? 'records.hide' : 'records')}
        </Button>
        <OpenButton node={node} label={text.label} open={address.open} onOpen={(open) => onChange({ open })} />
      </div>
      {isChosen ? <BoxRecords node={node} /> : null}
    </li>
  );
}

/** So many are read at a glance; more are behind their number. */
const AT_A_GLANCE = 3;

function Ways({ title, ways }: { title: 'from' | 'to'; ways: readonly string[] }): ReactNode {
  const say = useText(pictureText);
  if (ways.length === 0) return null;
  return (
    <details open={ways.length <= AT_A_GLANCE}>
      <summary>{say(title, { count: ways.length })}</summary>
      <ul>
        {ways.map((way) => {
          const [label = '', how = ''] = way.split('\n');
          return <li key={way}>{say('way', { label, how })}</li>;
        })}
      </ul>
    </details>
  );
}
