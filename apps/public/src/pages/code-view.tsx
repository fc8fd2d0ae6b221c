import type { CodePage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { ChainSection } from '../chain/chain-section.tsx';
import { useWords } from '../i18n/words.ts';
import { CalledCode } from '../parts/called-code.tsx';
import { CodeCard } from '../parts/code-card.tsx';
import { GroupsCard } from '../parts/groups-card.tsx';
import { HelpCard } from '../parts/help-card.tsx';
import { Named } from '../parts/named.tsx';
import { Notices } from '../parts/notices.tsx';
import { PapersCard } from '../parts/papers-card.tsx';
import { ProductCard } from '../parts/product-card.tsx';
import { ProofCard } from '../parts/proof.tsx';
import { RegistrationsCard } from '../parts/registrations-card.tsx';
import { Scans } from '../parts/scans.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { StorySection } from '../parts/story.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { Doubts, VerdictBanner } from '../parts/verdict.tsx';
import { WhatToDo } from '../parts/what-to-do.tsx';

/** In the order a person asks: is it all right, what is it, where has it been, what is it made of, who says so. */
export function CodeView({ page }: { page: CodePage }): ReactNode {
  const { say } = useWords();
  const text = say(verdictText(page), { total: page.total });
  const { story } = page;
  const messages = page.anomalies.map(({ message }) => message);
  return (
    <div className="columns">
      <div className="column-first">
        <VerdictBanner
          verdict={page.verdict}
          about={<Named name={page.product?.name ?? story?.summary} otherwise={<CalledCode code={page.code} />} />}
          text={text}
        >
          <Notices notices={page.notices} />
          {page.verdict === 'suspicious' ? <Doubts messages={messages} /> : null}
        </VerdictBanner>
        <Scans page={page} />
        <WhatToDo page={page} />
        <ProductCard page={page} />
        <GroupsCard groups={page.groups} marks={page.marks} />
        <PapersCard papers={page.papers} />
        <RegistrationsCard registrations={page.registrations} />
        {page.claims === undefined ? null : (
          <section className="card" aria-labelledby="claims">
            <h2 id="claims">{say('claims.title')}</h2>
            <p>{say('claims.text')}</p>
            <Notices notices={page.claims} />
          </section>
        )}
        {page.verdict !== 'suspicious' && messages.length > 0 ? (
          <section className="card" aria-labelledby="remarks">
            <h2 id="remarks">{say('anomaly.remarks')}</h2>
            <Doubts messages={messages} />
          </section>
        ) : null}
      </div>
      <div className="column-wide">
        {story === undefined ? <Timeline page={page} /> : <StorySection page={page} story={story} />}
        {hasNoChain(page) ? null : (
          <ChainSection chain={page.chain} flow={story?.flow ?? []} isPart={page.isPart === true} />
        )}
      </div>
      <div className="column-last">
        {page.proof.recordedAt === undefined ? null : <ProofCard proof={page.proof} />}
        <CodeCard code={page.code} />
        <HelpCard page={page} />
        <SearchForm of={page.code.names === 'class' ? gtinOf(page.code) : undefined} />
      </div>
    </div>
  );
}

/** A product, as a bar code names it. */
function gtinOf({ parts }: CodePage['code']): string | undefined {
  const gtin = parts.find(({ key }) => key === '01');
  return gtin === undefined ? undefined : `(01)${gtin.value}`;
}

/** A kind of product has none, nor has a thing that is used where it stands. */
function hasNoChain({ code, total, story, chain, isPart }: CodePage): boolean {
  if (code.names === 'class' && total === 0) return true;
  return code.scheme !== 'gs1' && isPart !== true && chain.nodes.length < 2 && (story?.flow.length ?? 0) < 2;
}

/** "No contradictions" is not said above a remark about one, nor "no recall" above a claim of one. */
function verdictText({
  verdict,
  anomalies,
  claims,
}: CodePage):
  | `verdict.${CodePage['verdict']}.text`
  | `verdict.${'normal' | 'incomplete'}.remarks`
  | 'verdict.normal.claims' {
  if (verdict === 'normal' && claims !== undefined) return 'verdict.normal.claims';
  const isRemarked = (verdict === 'normal' || verdict === 'incomplete') && anomalies.length > 0;
  return isRemarked ? `verdict.${verdict}.remarks` : `verdict.${verdict}.text`;
}
