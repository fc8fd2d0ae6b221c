import type { ReactNode } from 'react';
import { ChainSection } from '../chain/chain-section.tsx';
import { useWords } from '../i18n/words.ts';
import type { CodePage } from '../model.ts';
import { CodeCard } from '../parts/code-card.tsx';
import { HelpCard } from '../parts/help-card.tsx';
import { Named } from '../parts/named.tsx';
import { ProductCard } from '../parts/product-card.tsx';
import { ProofCard } from '../parts/proof.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { Doubts, RecallNotice, VerdictBanner } from '../parts/verdict.tsx';

/** In the order a person asks: is it all right, what is it, where has it been, what is it made of, who says so. */
export function CodeView({ page }: { page: CodePage }): ReactNode {
  const { say } = useWords();
  const text =
    page.verdict === 'recalled' && page.recall?.advice
      ? page.recall.advice
      : say(verdictText(page), { total: page.total });
  const messages = page.anomalies.map(({ message }) => message);
  return (
    <div className="columns">
      <div className="column-first">
        <VerdictBanner
          verdict={page.verdict}
          about={<Named name={page.product?.name} otherwise={<code>{page.code.given}</code>} />}
          text={text}
        >
          <RecallNotice page={page} />
          {page.verdict === 'suspicious' ? <Doubts messages={messages} /> : null}
        </VerdictBanner>
        <ProductCard page={page} />
        {page.verdict !== 'suspicious' && messages.length > 0 ? (
          <section className="card" aria-labelledby="remarks">
            <h2 id="remarks">{say('anomaly.remarks')}</h2>
            <Doubts messages={messages} />
          </section>
        ) : null}
      </div>
      <div className="column-wide">
        <Timeline page={page} />
        <ChainSection chain={page.chain} />
      </div>
      <div className="column-last">
        <ProofCard proof={page.proof} />
        <CodeCard code={page.code} />
        <HelpCard />
        <SearchForm />
      </div>
    </div>
  );
}

/** "No contradictions" is not said above a remark about one. */
function verdictText({
  verdict,
  anomalies,
}: CodePage): `verdict.${CodePage['verdict']}.text` | 'verdict.normal.remarks' {
  return verdict === 'normal' && anomalies.length > 0 ? 'verdict.normal.remarks' : `verdict.${verdict}.text`;
}
