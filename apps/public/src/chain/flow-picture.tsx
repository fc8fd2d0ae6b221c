import type { FlowBox } from '@suyuan/api/public-page';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Named } from '../parts/named.tsx';

/** The chain in at most seven boxes, one below the other; as a list it is read aloud as it is seen. */
export function FlowPicture({ flow }: { flow: readonly FlowBox[] }): ReactNode {
  return (
    <ol className="flow">
      {flow.map((box, index) => (
        <li key={index} className={`flow-box flow-${box.as}`}>
          <Box box={box} />
        </li>
      ))}
    </ol>
  );
}

function Box({ box }: { box: FlowBox }): ReactNode {
  const { say, lang } = useWords();
  const { names, moreNames, as, at } = box;
  const counts = countsOf(box).map(
    ([unit, n]) =>
      (unit === 'items' ? box.pieces?.[lang] : undefined) ?? say(`flow.${unit}${n === 1 ? '.one' : ''}`, { n }),
  );
  return (
    <>
      <small className="flow-as">{say(`flow.as.${as}`)}</small>
      <strong>
        {names.length === 0 ? say('flow.unnamed') : null}
        {names.map((name, index) => (
          <Fragment key={name.zh ?? name.en}>
            {index === 0 ? null : lang === 'zh' ? '、' : ', '}
            <Named name={name} />
          </Fragment>
        ))}
        {moreNames === undefined
          ? null
          : say(as === 'place' ? 'flow.moreVisited' : 'flow.moreNames', {
              n: moreNames,
              all: moreNames + names.length,
            })}
      </strong>
      {counts.length === 0 ? null : <span className="flow-counts">{counts.join(lang === 'zh' ? '，' : ', ')}</span>}
      {at?.[0] === undefined ? null : (
        <span className="flow-at">
          {say('flow.at')}
          <Named name={at[0]} />
          {box.counts.places > 1 ? say('flow.morePlaces', { n: box.counts.places }) : null}
        </span>
      )}
    </>
  );
}

const UNITS = ['lots', 'packs', 'items'] as const;

function countsOf({ counts, as, moreNames }: FlowBox): (readonly [(typeof UNITS)[number] | 'places', number])[] {
  const told = UNITS.flatMap((unit) => (counts[unit] === 0 ? [] : [[unit, counts[unit]] as const]));
  // The names of more places end in their number.
  return as === 'place' ? (moreNames !== undefined ? [] : [['places', counts.places]]) : told;
}
