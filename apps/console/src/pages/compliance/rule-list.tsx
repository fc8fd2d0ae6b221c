import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Column, Records } from '../../manage/records.tsx';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { EffectTag } from './effect-tag.tsx';
import { searchOf } from './path.ts';
import { type PackJudged, type RuleFound, worstFirst } from './worst-first.ts';

/** By rule, the worst first, each with a way to what it found. */
export function RuleList({ pack: { id, rules } }: { pack: PackJudged }): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const columns: readonly Column<RuleFound>[] = [
    {
      label: say('rule'),
      cell: ({ rule, effect, name }) => (
        <Link to={`/compliance/findings?${searchOf({ pack: id, rule, effect })}`}>{name[language]}</Link>
      ),
    },
    {
      label: say('effect'),
      cell: ({ effect }) => (
        <>
          <EffectTag effect={effect} />
          <span className="means">{say(`effect.${effect}.means`)}</span>
        </>
      ),
    },
    { label: say('count'), cell: ({ findings }) => findings.toLocaleString(LANGUAGE_TAGS[language]) },
  ];
  return (
    <Records
      caption={say('rules')}
      columns={columns}
      rows={worstFirst(rules)}
      keyOf={({ rule, effect }) => `${rule} ${effect}`}
      file="rows"
      empty={say('found.none')}
    />
  );
}
