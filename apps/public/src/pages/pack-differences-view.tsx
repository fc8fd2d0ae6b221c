import type { PackDifferencesPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../i18n/words.ts';
import { ForPrograms } from '../parts/for-programs.tsx';
import { versionPath } from '../parts/pack/addresses.ts';
import { ChooseVersions } from '../parts/pack/choose-versions.tsx';
import { DifferenceGroup } from '../parts/pack/difference-group.tsx';
import { VersionDays } from '../parts/pack/version-section.tsx';

/** What two versions of a pack say otherwise, by what it is of. */
export function PackDifferencesView({ page }: { page: PackDifferencesPage }): ReactNode {
  return (
    <div className="standard">
      <div className="column-first">
        <Head page={page} />
        {page.versions.length < 2 ? null : <ChooseVersions page={page} />}
      </div>
      <div className="column-last">
        <Told page={page} />
        {page.groups.map((group) => (
          <DifferenceGroup key={group.of} group={group} />
        ))}
        <ForPrograms addresses={addressesOf(page)} />
      </div>
    </div>
  );
}

function addressesOf({ id, version, before }: PackDifferencesPage): (readonly [WordKey, string])[] {
  const versions = `/v1/standards/packs/${id}/versions`;
  const differences = `${versions}/${version}/differences`;
  return [
    ['standards.api.versions', versions],
    ['standards.api.differences', before === undefined ? differences : `${differences}?before=${before}`],
  ];
}

/** Which pack, and the two versions, the earlier first. */
function Head({ page: { id, name, version, before, versions } }: { page: PackDifferencesPage }): ReactNode {
  const { say, lang } = useWords();
  const shown = [before, version].flatMap((wanted) => versions.find((row) => row.version === wanted) ?? []);
  return (
    <section className="card" aria-labelledby="differences">
      <h1 id="differences">{say('differences.title', { name: name[lang] })}</h1>
      {shown.map((row, index) => (
        <article className="item" key={index}>
          <h2>
            <a href={versionPath(id, row, lang)}>{say('standards.version', { version: row.version })}</a>
            <span className={row.state === 'in-force' ? 'tag tag-good' : 'tag'}>
              {say(`pack.version.${row.state}`)}
            </span>
          </h2>
          <VersionDays row={row} />
        </article>
      ))}
    </section>
  );
}

/** How much is otherwise, in a sentence. */
function Told({ page: { version, before, counts, cut } }: { page: PackDifferencesPage }): ReactNode {
  const { say } = useWords();
  const isSame = counts.added + counts.removed + counts.changed === 0;
  return (
    <section className="card" aria-labelledby="told">
      <h2 id="told">{say('differences.heading')}</h2>
      <p>
        {before === undefined
          ? say('differences.first', { version })
          : say(isSame ? 'differences.none' : 'differences.counts', { ...counts, version, before })}
      </p>
      {cut === 0 ? null : <p className="note">{say('differences.cut', { n: cut })}</p>}
    </section>
  );
}
