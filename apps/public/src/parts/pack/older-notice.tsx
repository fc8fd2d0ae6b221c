import type { PackPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { differencesPath, versionPath } from './addresses.ts';

/** Says of a version that is not in force that it is not, and leads to the one that is. */
export function OlderNotice({ page: { id, version, versions } }: { page: PackPage }): ReactNode {
  const { say, lang } = useWords();
  const inForce = versions.find(({ state }) => state === 'in-force');
  if (inForce?.version === version) return null;
  const isWithdrawn = versions.some((row) => row.version === version && row.state === 'withdrawn');
  return (
    <div className="older" role="note">
      <p>
        <strong>{say(isWithdrawn ? 'pack.older.withdrawn' : 'pack.older')}</strong>
      </p>
      {inForce === undefined ? (
        <p>{say('pack.older.none')}</p>
      ) : (
        <ul className="steps">
          <li>
            <a href={versionPath(id, inForce, lang)}>{say('pack.older.newest', { version: inForce.version })}</a>
          </li>
          <li>
            <a href={differencesPath(id, { version: inForce.version, before: version }, lang)}>
              {say('pack.older.differences')}
            </a>
          </li>
        </ul>
      )}
    </div>
  );
}
