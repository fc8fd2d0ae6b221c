import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../../manage/section.tsx';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { EffectTag } from './effect-tag.tsx';
import { LedgerList } from './ledger-list.tsx';
import { RuleList } from './rule-list.tsx';
import { countsByEffect, type PackJudged } from './worst-first.ts';

/** What is found of the records of one pack, and the ledgers that are read from them. */
export function JudgedPack({ pack }: { pack: PackJudged }): ReactNode {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const { name, records, late, rules } = pack;
  const told = (count: number): string => count.toLocaleString(LANGUAGE_TAGS[language]);
  return (
    <>
      <Section title={name[language]}>
        <dl className="facts">
          <dt>{say('records')}</dt>
          <dd>{say('records.count', { count: told(records) })}</dd>
          <dt>{say('late')}</dt>
          <dd>{late === 0 ? say('late.none') : say('late.count', { count: told(late) })}</dd>
          <dt>{say('found')}</dt>
          <dd className="chips">
            {rules.length === 0 ? say('found.none') : null}
            {countsByEffect(rules).map(({ effect, count }) => (
              <EffectTag key={effect} effect={effect} count={count} />
            ))}
          </dd>
        </dl>
        {rules.length === 0 ? null : <RuleList pack={pack} />}
      </Section>
      <LedgerList pack={pack} />
    </>
  );
}
