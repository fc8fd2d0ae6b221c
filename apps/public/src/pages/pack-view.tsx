import type { PackPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../i18n/words.ts';
import { ForPrograms } from '../parts/for-programs.tsx';
import { ClockSection } from '../parts/pack/clock-section.tsx';
import { KeepingSection, LedgerSection } from '../parts/pack/ledger-section.tsx';
import { AbsentSection, CodeListSection, SourceSection } from '../parts/pack/list-sections.tsx';
import { OlderNotice } from '../parts/pack/older-notice.tsx';
import { RuleSection } from '../parts/pack/rule-section.tsx';
import { StageSection } from '../parts/pack/stage-section.tsx';
import { VersionSection } from '../parts/pack/version-section.tsx';

/** What the law asks of the records of one kind of product, whole. */
export function PackView({ page }: { page: PackPage }): ReactNode {
  return (
    <div className="standard">
      <div className="column-first">
        <Head page={page} />
        <Contents page={page} />
      </div>
      <div className="column-last">
        <Turns page={page} />
        <StageSection stages={page.stages} />
        <RuleSection rules={page.rules} />
        <ClockSection clocks={page.clocks} />
        <LedgerSection ledgers={page.ledgers} />
        <KeepingSection keeping={page.keeping} />
        <CodeListSection lists={page.codeLists} />
        <AbsentSection absent={page.absent} />
        <SourceSection sources={page.sources} />
        <VersionSection id={page.id} version={page.version} versions={page.versions} />
        <ForPrograms
          addresses={[
            ['standards.api.pack', apiPath(page)],
            ['standards.api.versions', `/v1/standards/packs/${page.id}/versions`],
            ['standards.api.elements', `/v1/standards/elements?pack=${page.id}`],
            ['standards.api.schemas', '/v1/standards/schemas'],
          ]}
        />
      </div>
    </div>
  );
}

/** As data, the version that is shown. */
function apiPath({ id, version, versions }: PackPage): string {
  const isInForce = versions.some((row) => row.version === version && row.state === 'in-force');
  return isInForce ? `/v1/standards/packs/${id}` : `/v1/standards/packs/${id}/versions/${version}`;
}

function Head({ page }: { page: PackPage }): ReactNode {
  const { name, version, counts } = page;
  const { say, lang } = useWords();
  return (
    <section className="card" aria-labelledby="pack">
      <p>
        <a href={lang === 'en' ? '/standards?lang=en' : '/standards'}>{say('pack.back')}</a>
      </p>
      <h1 id="pack">{name[lang]}</h1>
      <p className="hint">
        {say('standards.version', { version })} <a href="#versions">{say('pack.version.all')}</a>
      </p>
      <OlderNotice page={page} />
      <p>{say('standards.counts', { ...counts })}</p>
    </section>
  );
}

function Turns({ page: { turns } }: { page: PackPage }): ReactNode {
  const { say, lang } = useWords();
  if (turns.length === 0) return null;
  return (
    <section className="card" aria-labelledby="turns">
      <h2 id="turns">{say('pack.turns')}</h2>
      <ul className="steps">
        {turns.map(({ says }, index) => (
          <li className="sentence" key={index}>
            {says[lang]}
          </li>
        ))}
      </ul>
    </section>
  );
}

const SECTIONS = [
  ['turns', 'pack.turns'],
  ['stages', 'pack.stages'],
  ['rules', 'pack.rules'],
  ['clocks', 'pack.clocks'],
  ['ledgers', 'pack.ledgers'],
  ['keeping', 'pack.keeping'],
  ['codeLists', 'pack.lists'],
  ['absent', 'pack.absent'],
  ['sources', 'pack.sources'],
  ['versions', 'pack.versions'],
] as const satisfies readonly (readonly [keyof PackPage, WordKey])[];

/** What the page has, and each stage. */
function Contents({ page }: { page: PackPage }): ReactNode {
  const { say, lang } = useWords();
  return (
    <nav className="card contents" aria-label={say('pack.contents')}>
      <ul>
        {SECTIONS.filter(([part]) => page[part].length > 0).map(([part, label]) => (
          <li key={part}>
            <a href={`#${part === 'codeLists' ? 'lists' : part}`}>{say(label)}</a>
            {part === 'stages' ? (
              <ol>
                {[...new Map(page.stages.map(({ id, name }) => [id, name]))].map(([id, name]) => (
                  <li key={id}>
                    <a href={`#${id}`}>{name[lang]}</a>
                  </li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}
