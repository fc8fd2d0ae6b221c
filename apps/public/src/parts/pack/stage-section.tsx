import type { NeedGroup, PackStageRow } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { BasisLine } from './basis.tsx';
import { ConditionLine } from './condition-line.tsx';
import { StageLinks } from './stage-links.tsx';

/** The stages in their order, with what each asks for. */
export function StageSection({ stages }: { stages: readonly PackStageRow[] }): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="stages">
      <h2 id="stages">{say('pack.stages')}</h2>
      <p className="hint">{say('pack.stages.hint')}</p>
      {stages.map((stage, index) => (
        <Stage key={`${stage.id} ${stage.from ?? ''}`} stage={stage} isFirst={stages[index - 1]?.id !== stage.id} />
      ))}
    </section>
  );
}

/** Versions of one stage follow each other; the first is where links lead to. */
function Stage({ stage, isFirst }: { stage: PackStageRow; isFirst: boolean }): ReactNode {
  const { say, lang } = useWords();
  const { id, name, follows, needs } = stage;
  return (
    <article className="item" id={isFirst ? id : undefined}>
      <h3>{name[lang]}</h3>
      <BasisLine of={stage} />
      {follows.length === 0 ? null : (
        <p className="hint">
          {say('pack.stage.follows')}
          <StageLinks stages={follows} />
        </p>
      )}
      {needs.length === 0 ? <p>{say('pack.stage.none')}</p> : null}
      {needs.map((group, index) => (
        <Need key={index} group={group} />
      ))}
    </article>
  );
}

function Need({ group }: { group: NeedGroup }): ReactNode {
  const { say, lang } = useWords();
  return (
    <div className={`need need-${group.need}`}>
      <p className="need-head">{say(`pack.need.${group.need}`)}</p>
      {group.when === undefined ? null : <ConditionLine condition={group.when} />}
      <ul className="chips">
        {group.elements.map(({ name, isPersonal }, index) => (
          <li key={index}>
            {name[lang]}
            {isPersonal ? <span className="tag">{say('pack.personal')}</span> : null}
          </li>
        ))}
      </ul>
      <BasisLine of={group} />
    </div>
  );
}
