import type { Proof } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { CopyButton } from './copy-button.tsx';
import { Moment } from './moment.tsx';

/** What is proven, and what is not: "not altered since receipt", never "true". */
export function ProofCard({ proof }: { proof: Proof }): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="proof">
      <h2 id="proof">{say('proof.title')}</h2>
      <p>{say('proof.text')}</p>
      <dl className="facts">
        {proof.logPosition === undefined ? null : (
          <div>
            <dt>{say('proof.position')}</dt>
            <dd>{proof.logPosition}</dd>
          </div>
        )}
        {proof.recordedAt === undefined ? null : (
          <div>
            <dt>{say('proof.recordedAt')}</dt>
            <dd>
              {/* The platform's own clock, shown as the consumers of this site read theirs. */}
              <Moment time={proof.recordedAt} offset="+08:00" />
            </dd>
          </div>
        )}
        {proof.leafHash === undefined ? null : (
          <div>
            <dt>{say('proof.leaf')}</dt>
            <dd>
              <code>{proof.leafHash}</code> <CopyButton text={proof.leafHash} />
            </dd>
          </div>
        )}
      </dl>
      {proof.logPosition === undefined ? <p className="note">{say('proof.pending')}</p> : null}
      <p className="hint">{say('proof.caveat')}</p>
    </section>
  );
}
