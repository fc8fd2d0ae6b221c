import type { PackRuleRow } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Row } from '../row.tsx';
import { BasisLine } from './basis.tsx';
import { spanText } from './span-text.ts';
import { StageLinks } from './stage-links.tsx';

/** What must not happen; what is refused first. */
export function RuleSection({ rules }: { rules: readonly PackRuleRow[] }): ReactNode {
  const { say } = useWords();
  const inOrder = [...rules].sort((a, b) => Number(b.effect === 'refuse') - Number(a.effect === 'refuse'));
  if (rules.length === 0) return null;
  return (
    <section className="card" aria-labelledby="rules">
      <h2 id="rules">{say('pack.rules')}</h2>
      <p className="hint">{say('pack.rules.hint')}</p>
      {inOrder.map((rule, index) => (
        <Rule key={index} rule={rule} />
      ))}
    </section>
  );
}

function Rule({ rule }: { rule: PackRuleRow }): ReactNode {
  const words = useWords();
  const { say, lang } = words;
  const { name, stages, effect, message, wayOut, within } = rule;
  return (
    <article className="item">
      <h3>
        {name[lang]}
        <span className={effect === 'refuse' ? 'tag tag-bad' : 'tag tag-warning'}>{say(`pack.effect.${effect}`)}</span>
      </h3>
      <dl className="facts">
        <Row label="pack.rule.stages">
          <StageLinks stages={stages} />
        </Row>
        <Row label="pack.rule.says">
          <span className="sentence">{message[lang]}</span>
        </Row>
        <Row label="pack.rule.wayOut">{wayOut[lang]}</Row>
        {within === undefined ? null : <Row label="pack.clock.within">{spanText(words, within)}</Row>}
      </dl>
      <BasisLine of={rule} />
    </article>
  );
}
