import type { CodePage, UnknownPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { saidOf } from '../short-code.ts';
import { CopyButton } from './copy-button.tsx';
import { Recorded } from './recorded.tsx';

/** The way to complain is never more than a scroll away; whoever complains says which code it is, and what was found. */
export function HelpCard({ page }: { page?: CodePage | UnknownPage }): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="help">
      <h2 id="help">{say('help.title')}</h2>
      <p>{say('help.text')}</p>
      {page === undefined ? null : <Complaint page={page} />}
      <p>
        <a className="button-call" href="tel:12315">
          {say('help.call')}
        </a>
      </p>
    </section>
  );
}

function Complaint({ page }: { page: CodePage | UnknownPage }): ReactNode {
  const { say, lang } = useWords();
  const name = page.kind === 'code' ? (page.product?.name ?? page.story?.summary) : undefined;
  const called = name?.[lang] ?? name?.zh;
  const said = say('help.say', {
    code: saidOf(page.code, lang),
    verdict: say(`verdict.${page.verdict}`),
    product: called === undefined ? '' : say('help.say.product', { name: called }),
  });
  const mail = `mailto:?subject=${encodeURIComponent(say('help.subject').toWellFormed())}&body=${encodeURIComponent(said.toWellFormed())}`;
  return (
    <>
      <p className="hint">{say('help.copy')}</p>
      <blockquote className="complaint">
        <Recorded text={said} /> <CopyButton text={said} />
      </blockquote>
      <p>
        <a href={mail}>{say('help.mail')}</a>
      </p>
    </>
  );
}
