import type { TraceAnswer } from '@suyuan/api';
import { Alert, Radio, Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { pictureText } from '../../../i18n/picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Section } from '../../../manage/section.tsx';
import { RegionsView } from '../regions/regions-view.tsx';
import type { NameOf } from '../use-trace.ts';
import { collapse, GRAINS } from './collapse.ts';
import { DrawnPicture } from './drawn-picture.tsx';
import './picture.css';
import { PictureList } from './picture-list.tsx';
import { useBoxText } from './use-box-text.ts';
import { type PictureAddress, usePictureAddress, VIEWS } from './use-picture-address.ts';

interface TracePictureProps {
  readonly trace: TraceAnswer;
  readonly nameOf: NameOf;
}

/** The whole trace as a picture, or as a list of the same. */
export function TracePicture({ trace, nameOf }: TracePictureProps): ReactNode {
  const say = useText(pictureText);
  const [address, change] = usePictureAddress();
  const { grain, view } = address;
  const opened = address.open.join();
  const picture = useMemo(() => collapse(trace, { grain, open: new Set(opened.split(',')) }), [trace, grain, opened]);
  const { boxText, wayText, wayLabel } = useBoxText(nameOf, picture.grain);
  const texts = picture.nodes.map(boxText);
  const list = <PictureList picture={picture} texts={texts} wayText={wayText} address={address} onChange={change} />;
  if (view === 'regions') {
    return (
      <div className="picture-section">
        <Section title={say('title')} tools={<Choices address={address} onChange={change} />}>
          {trace.completeness.complete ? null : <p>{say('part')}</p>}
          <RegionsView trace={trace} nameOf={nameOf} chosen={address.node} onChoose={(node) => change({ node })} />
        </Section>
      </div>
    );
  }
  return (
    <div className="picture-section">
      <Section title={say('title')} tools={<Choices address={address} onChange={change} />}>
        <p className="soft">{say('lead')}</p>
        {trace.completeness.complete ? null : <p>{say('part')}</p>}
        {picture.isCoarser ? <p role="status">{say('coarser', { grain: say(`grain.${picture.grain}`) })}</p> : null}
        {picture.isTooLarge ? (
          <Alert type="warning" showIcon title={say('tooLarge', { count: picture.nodes.length })} />
        ) : null}
        {view === 'list' || picture.isTooLarge ? (
          list
        ) : (
          <DrawnPicture
            picture={picture}
            texts={texts}
            labels={picture.links.map(wayLabel)}
            address={address}
            onChange={change}
            list={list}
          />
        )}
      </Section>
    </div>
  );
}

interface ChoicesProps {
  readonly address: PictureAddress;
  readonly onChange: (change: Partial<PictureAddress>) => void;
}

function Choices({ address: { view, grain }, onChange }: ChoicesProps): ReactNode {
  const say = useText(pictureText);
  return (
    <div className="picture-tools picture-choices">
      {view === 'regions' ? null : (
        <Select
          aria-label={say('grain')}
          value={grain}
          options={GRAINS.map((value) => ({ value, label: say(`grain.${value}`) }))}
          // Boxes of another kind are other boxes: what was taken apart, and chosen, is none of them.
          onChange={(value) => onChange({ grain: value, open: [], node: undefined })}
          popupMatchSelectWidth={false}
        />
      )}
      <Radio.Group
        aria-label={say('view')}
        optionType="button"
        value={view}
        options={VIEWS.map((value) => ({ value, label: say(`view.${value}`) }))}
        onChange={({ target }) => {
          const next = VIEWS.find((each) => each === target.value) ?? 'picture';
          // A province is no box.
          onChange({ view: next, ...(next === 'regions' || view === 'regions' ? { node: undefined } : {}) });
        }}
      />
    </div>
  );
}
