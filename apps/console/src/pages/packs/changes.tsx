import type { ProposedPack } from '@suyuan/api';
import type { ReactNode } from 'react';
import { packsText } from '../../i18n/packs.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';

/** What a version says otherwise than the one before it, one by one. */
export function Changes({ pack }: { pack: ProposedPack }): ReactNode {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  const { before = '', version, differences, differenceCount: count } = pack;
  if (count === 0) return <p>{say('changes.none', { before, version })}</p>;
  return (
    <>
      <p>
        <strong>{say('changes.from', { before, version, count })}</strong>
        {count > differences.length ? say('changes.cut', { count: differences.length }) : null}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows */}
      <section className="cells" aria-label={say('changes.list')} tabIndex={0}>
        <ul className="plain-list pack-lines">
          {differences.map(({ kind, id, change, says }, at) => (
            <li key={`${kind} ${id} ${change} ${at}`}>{says[language]}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
