import type { Code, CodePart } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { writtenOf } from '../short-code.ts';
import { CopyButton } from './copy-button.tsx';
import { Recorded } from './recorded.tsx';

/** What the code says by itself, whether or not anything is recorded about it. */
export function CodeCard({ code }: { code: Code }): ReactNode {
  const { say, lang } = useWords();
  const isRecognised = code.scheme !== 'unknown';
  const shown = code.given === code.canonical ? writtenOf(code) : code.given;
  return (
    <section className="card" aria-labelledby="codes">
      <h2 id="codes">{say('codes.title')}</h2>
      <dl className="facts">
        <div>
          <dt>{say('codes.scheme')}</dt>
          <dd>{code.schemeName?.[lang] ?? (isRecognised ? code.scheme : say('codes.unknownScheme'))}</dd>
        </div>
        {code.names === 'unknown' ? null : (
          <div>
            <dt>{say('codes.names')}</dt>
            <dd>{say(`names.${code.names}`)}</dd>
          </div>
        )}
        {code.parts.map((part, index) => (
          <PartRow key={`${index} ${part.name.en}`} part={part} />
        ))}
      </dl>
      {code.isUnverified === true ? <p className="note">{say('codes.unverified')}</p> : null}
      <Others code={code} />
      <h3>{say('codes.given')}</h3>
      <p className="long-code">
        <code>{shown}</code> <CopyButton text={shown} />
      </p>
      {code.canonical === undefined || code.canonical === shown ? null : (
        <details className="raw">
          <summary>{say('codes.canonical')}</summary>
          <p className="long-code">
            <code>{code.canonical}</code> <CopyButton text={code.canonical} />
          </p>
        </details>
      )}
    </section>
  );
}

/** Why the text is taken for this, and what else it may be: ambiguity is shown, not guessed away. */
function Others({ code }: { code: Code }): ReactNode {
  const { say, lang } = useWords();
  const { reasons = [], others = [] } = code;
  return (
    <>
      {reasons.length === 0 ? null : (
        <p className="note">
          {say('codes.reasons')}
          {reasons.map((reason) => reason[lang]).join(lang === 'zh' ? '；' : '; ')}
        </p>
      )}
      {others.length === 0 ? null : (
        <>
          <h3>{say('codes.others')}</h3>
          <ul className="others">
            {others.map(({ name, canonical, isBroken, reasons: why }) => (
              <li key={`${name.en} ${canonical}`}>
                {isBroken === true ? name[lang] : <a href={`/q/${encodeURIComponent(canonical)}`}>{name[lang]}</a>}
                <span className="reason">{why.map((reason) => reason[lang]).join(lang === 'zh' ? '；' : '; ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function PartRow({ part }: { part: CodePart }): ReactNode {
  const { say, lang } = useWords();
  return (
    <div>
      <dt>
        {part.name[lang]}
        {part.key === undefined ? null : <span className="key"> ({part.key})</span>}
      </dt>
      <dd>
        <code>{part.value}</code>
        {part.meaning === undefined ? null : (
          <span className="reason">
            <Recorded text={part.meaning[lang]} />
          </span>
        )}
        {part.check === undefined ? null : (
          <span className={part.check === 'right' ? 'tag tag-good' : 'tag tag-bad'}>{say(`codes.${part.check}`)}</span>
        )}
      </dd>
    </div>
  );
}
