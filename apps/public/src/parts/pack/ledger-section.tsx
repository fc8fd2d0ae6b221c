import type { PackKeepingRow, PackLedgerRow } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Row } from '../row.tsx';
import { BasisLine } from './basis.tsx';
import { spanText } from './span-text.ts';
import { StageLinks } from './stage-links.tsx';

/** The books that the law prescribes. */
export function LedgerSection({ ledgers }: { ledgers: readonly PackLedgerRow[] }): ReactNode {
  const { say, lang } = useWords();
  if (ledgers.length === 0) return null;
  return (
    <section className="card" aria-labelledby="ledgers">
      <h2 id="ledgers">{say('pack.ledgers')}</h2>
      {ledgers.map((ledger, index) => (
        <article className="item" key={index}>
          <h3>{ledger.name[lang]}</h3>
          <dl className="facts">
            <Row label="pack.ledger.columns">
              {ledger.columns.map((column) => column[lang]).join(lang === 'zh' ? '、' : ', ')}
            </Row>
            <Row label="pack.ledger.stages">
              <StageLinks stages={ledger.stages} />
            </Row>
          </dl>
          <BasisLine of={ledger} />
        </article>
      ))}
    </section>
  );
}

/** How long records are kept. */
export function KeepingSection({ keeping }: { keeping: readonly PackKeepingRow[] }): ReactNode {
  const words = useWords();
  const { say, lang } = words;
  if (keeping.length === 0) return null;
  return (
    <section className="card" aria-labelledby="keeping">
      <h2 id="keeping">{say('pack.keeping')}</h2>
      {keeping.map(({ name, keep, after, otherwise, ...basis }, index) => {
        const span = spanText(words, keep);
        return (
          <article className="item" key={index}>
            <h3>{name[lang]}</h3>
            <p className="sentence">
              {after === undefined
                ? say('pack.keeping.event', { span })
                : say('pack.keeping.after', { span, element: after[lang] })}
              {otherwise === undefined
                ? null
                : `${lang === 'zh' ? '；' : '; '}${say('pack.keeping.otherwise', { span: spanText(words, otherwise) })}`}
            </p>
            <BasisLine of={basis} />
          </article>
        );
      })}
    </section>
  );
}
