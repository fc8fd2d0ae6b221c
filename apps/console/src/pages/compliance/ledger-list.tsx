import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { ledgerPage } from './path.ts';
import type { PackJudged } from './worst-first.ts';

type Ledger = PackJudged['ledgers'][number];

/** Ledgers of a pack; those that hold nothing are folded, for whoever looks for one. */
export function LedgerList({ pack: { id, name, ledgers } }: { pack: PackJudged }): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  if (ledgers.length === 0) return null;
  const title = say('ledgers.of', { pack: name[language] });
  const empty = ledgers.filter(({ records }) => records === 0);
  const columns: readonly Column<Ledger>[] = [
    {
      label: say('ledger'),
      cell: (ledger) => <Link to={ledgerPage({ pack: id, ledger: ledger.id })}>{ledger.name[language]}</Link>,
    },
    { label: say('recordCount'), cell: ({ records }) => records.toLocaleString(LANGUAGE_TAGS[language]) },
  ];
  return (
    <Section title={title}>
      <p className="soft">{say('ledgers.text')}</p>
      <Records
        caption={title}
        columns={columns}
        rows={ledgers.filter(({ records }) => records > 0)}
        keyOf={(ledger) => ledger.id}
        empty={say('ledgers.empty')}
      />
      {empty.length === 0 ? null : (
        <details>
          <summary>{say('ledgers.rest', { count: empty.length })}</summary>
          <ul className="plain-list">
            {empty.map((ledger) => (
              <li key={ledger.id}>
                <Link to={ledgerPage({ pack: id, ledger: ledger.id })}>{ledger.name[language]}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
