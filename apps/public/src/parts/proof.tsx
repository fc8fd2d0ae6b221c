import type { Proof } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { CopyButton } from './copy-button.tsx';
import { Moment } from './moment.tsx';
import { Row } from './row.tsx';

/** What is proven, and what is not: "not altered since receipt", never "true". The numbers are for whoever checks. */
export function ProofCard({ proof }: { proof: Proof }): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="proof">
      <h2 id="proof">{say('proof.title')}</h2>
      <p className="hint">{say('proof.caveat')}</p>
      {proof.logPosition === undefined ? <p className="note">{say('proof.pending')}</p> : null}
      <details className="raw">
        <summary>{say('proof.more')}</summary>
        <p>{say('proof.text')}</p>
        <dl className="facts">
          {proof.recordedAt === undefined ? null : (
            <Row label="proof.recordedAt">
              {/* The platform's own clock, shown as the consumers of this site read theirs. */}
              <Moment time={proof.recordedAt} offset="+08:00" />
            </Row>
          )}
          {proof.logPosition === undefined ? null : <Row label="proof.position">{proof.logPosition}</Row>}
          {proof.leafHash === undefined ? null : (
            <Row label="proof.leaf">
              <code>{proof.leafHash}</code> <CopyButton text={proof.leafHash} />
            </Row>
          )}
        </dl>
      </details>
    </section>
  );
}
