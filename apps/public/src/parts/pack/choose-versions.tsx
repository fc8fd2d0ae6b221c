import type { PackDifferencesPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

/** Any two versions, held against each other; a form of plain HTML. */
export function ChooseVersions({ page }: { page: PackDifferencesPage }): ReactNode {
  const { say, lang } = useWords();
  const { id, version, before, versions } = page;
  const choices = [
    ['before', before],
    ['version', version],
  ] as const;
  return (
    <form className="card compare" action={`/standards/${encodeURIComponent(id)}/differences`} method="get">
      {choices.map(([name, chosen]) => (
        <p key={name}>
          <label htmlFor={name}>{say(`differences.choose.${name}`)}</label>
          <select id={name} name={name} defaultValue={chosen}>
            {versions.map((row) => (
              <option key={row.version} value={row.version}>
                {`${row.version} · ${say(`pack.version.${row.state}`)}`}
              </option>
            ))}
          </select>
        </p>
      ))}
      {lang === 'en' ? <input type="hidden" name="lang" value="en" /> : null}
      <button className="button-main" type="submit">
        {say('differences.show')}
      </button>
    </form>
  );
}
