import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import type { Code, CodePart } from '../model.ts';
import { CopyButton } from './copy-button.tsx';

/** What the code says by itself, whether or not anything is recorded about it. */
export function CodeCard({ code }: { code: Code }): ReactNode {
  const { say, lang } = useWords();
  const isRecognised = code.scheme !== 'unknown';
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
      <h3>{say('codes.given')}</h3>
      <p className="long-code">
        <code>{code.given}</code> <CopyButton text={code.given} />
      </p>
      {code.canonical === undefined || code.canonical === code.given ? null : (
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
        {part.check === undefined ? null : (
          <span className={part.check === 'right' ? 'tag tag-good' : 'tag tag-bad'}>{say(`codes.${part.check}`)}</span>
        )}
      </dd>
    </div>
  );
}
