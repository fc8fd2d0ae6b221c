import { Alert, Button } from 'antd';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { pictureText } from '../../../i18n/picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Section } from '../../../manage/section.tsx';
import { BoxRecords, OpenButton } from './box-records.tsx';
import type { Picture } from './collapse.ts';
import { BOX_WIDTH, type BoxText, boxHeight, type Drawing, drawingOf } from './drawing.ts';
import type { Graph } from './layered.ts';
import { PictureView } from './picture-view.tsx';
import { pngOf } from './png-file.ts';
import { SaveButtons } from './save-buttons.tsx';
import { svgOf } from './svg-file.ts';
import { useLayout } from './use-layout.ts';
import type { PictureAddress } from './use-picture-address.ts';

interface DrawnPictureProps {
  readonly picture: Picture;
  readonly texts: readonly BoxText[];
  /** Of its links, by their numbers. */
  readonly labels: readonly string[];
  readonly address: PictureAddress;
  readonly onChange: (change: Partial<PictureAddress>) => void;
  /** In its place where it cannot be laid out. */
  readonly list: ReactNode;
}

/** The picture once it is laid out, with the records of the box that was chosen. */
export function DrawnPicture({ picture, texts, labels, address, onChange, list }: DrawnPictureProps): ReactNode {
  const say = useText(pictureText);
  const [tries, setTries] = useState(0);
  // Names come after the codes that they stand for, and change the height of no box.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said, and another try is another graph
  const graph = useMemo(() => graphOf(picture, texts), [picture, tries]);
  const laid = useLayout(graph);
  const latest = useRef(onChange);
  latest.current = onChange;
  const onChoose = useCallback((node: string) => latest.current({ node }), []);
  if (laid === 'late') {
    const again = (
      <Button size="small" onClick={() => setTries(tries + 1)}>
        {say('again')}
      </Button>
    );
    return (
      <>
        <Alert type="warning" showIcon title={say('late')} action={again} />
        {list}
      </>
    );
  }
  if (laid === 'waiting') {
    return (
      <p className="picture-waiting soft" role="status">
        {say('waiting', { count: picture.nodes.length })}
      </p>
    );
  }
  const drawing = drawingOf({ ...picture, texts, labels }, laid);
  return (
    <>
      <PictureView
        drawing={drawing}
        laid={laid}
        chosen={address.node}
        first={firstOf(picture, address.node)}
        onChoose={onChoose}
      />
      <SaveButtons
        // What was too large is another picture.
        key={`${drawing.width} ${drawing.height}`}
        fileName={say('fileName')}
        svg={() => svgOf(drawing, say('title'))}
        png={() => pngOf(drawing)}
      />
      <Chosen {...{ picture, drawing, address, onChange }} />
    </>
  );
}

function graphOf({ nodes, links }: Picture, texts: readonly BoxText[]): Graph {
  const numbers = new Map(nodes.map(({ id }, index) => [id, index]));
  return {
    nodes: texts.map((text) => ({ width: BOX_WIDTH, height: boxHeight(text) })),
    links: links.map(({ from, to }) => ({ from: numbers.get(from) ?? 0, to: numbers.get(to) ?? 0 })),
  };
}

/** What was chosen, or came out of it, else what was asked for. */
function firstOf({ nodes }: Picture, chosen: string | undefined): string | undefined {
  const found =
    nodes.find(({ id }) => id === chosen) ??
    nodes.find(({ outOf }) => outOf !== undefined && outOf === chosen) ??
    nodes.find(({ isStart }) => isStart);
  return found?.id;
}

interface ChosenProps extends Pick<DrawnPictureProps, 'picture' | 'address' | 'onChange'> {
  readonly drawing: Drawing;
}

function Chosen({ picture, drawing, address, onChange }: ChosenProps): ReactNode {
  const say = useText(pictureText);
  const node = picture.nodes.find(({ id }) => id === address.node);
  const box = drawing.boxes.find(({ id }) => id === address.node);
  if (node === undefined || box === undefined) return null;
  const tools = (
    <div className="picture-tools">
      <OpenButton
        node={node}
        label={box.label}
        open={address.open}
        // One goes on looking at what was put together.
        onOpen={(open) => onChange({ open, node: node.outOf ?? node.id })}
      />
      <Button size="small" onClick={() => onChange({ node: undefined })}>
        {say('shut')}
      </Button>
    </div>
  );
  return (
    <div className="picture-chosen">
      <Section title={box.title} tools={tools}>
        <p className="soft">{box.lines.join(say('comma'))}</p>
        {box.marks === '' ? null : <strong className="picture-fault">{box.marks}</strong>}
        <BoxRecords key={node.id} node={node} />
      </Section>
    </div>
  );
}
