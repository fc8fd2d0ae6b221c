import type { PackVersionRow } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { differencesPath, versionPath } from './addresses.ts';

interface VersionSectionProps {
  readonly id: string;
  /** Of the page. */
  readonly version: string;
  readonly versions: readonly PackVersionRow[];
}

const TAGS = { 'in-force': 'tag tag-good', overridden: 'tag', withdrawn: 'tag tag-warning' } as const;

/** Which versions there are, how each stands, and what it says otherwise than the one under it. */
export function VersionSection({ id, version, versions }: VersionSectionProps): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">{say('pack.versions')}</h2>
      {versions.map((row) => (
        <Version key={row.version} id={id} row={row} isShown={row.version === version} />
      ))}
    </section>
  );
}

interface VersionProps {
  readonly id: string;
  readonly row: PackVersionRow;
  readonly isShown: boolean;
}

function Version({ id, row, isShown }: VersionProps): ReactNode {
  const { say, lang } = useWords();
  const { version, state, under } = row;
  const name = say('standards.version', { version });
  return (
    <article className="item">
      <h3>
        {isShown ? <span>{name}</span> : <a href={versionPath(id, row, lang)}>{name}</a>}
        <span className={TAGS[state]}>{say(`pack.version.${state}`)}</span>
        {isShown ? <span className="tag">{say('pack.version.shown')}</span> : null}
      </h3>
      <VersionDays row={row} />
      {under === undefined ? null : (
        <p>
          <a href={differencesPath(id, { version, before: under }, lang)}>
            {say('pack.version.differences', { version: under })}
          </a>
        </p>
      )}
    </article>
  );
}

/** Where a version comes from, and from when until when it counts. */
export function VersionDays({ row: { isAdded, addedOn, withdrawnOn } }: { row: PackVersionRow }): ReactNode {
  const { say, lang } = useWords();
  const said = [
    say(isAdded ? 'pack.version.added' : 'pack.version.shipped'),
    ...(addedOn === undefined ? [] : [say('pack.version.since', { day: addedOn })]),
    ...(withdrawnOn === undefined ? [] : [say('pack.version.withdrawnOn', { day: withdrawnOn })]),
  ];
  return <p className="hint">{said.join(lang === 'zh' ? '，' : ', ')}</p>;
}
