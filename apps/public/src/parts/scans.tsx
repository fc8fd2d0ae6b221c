import type { CodeNames, CodePage, Contact } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { ContactStep } from './what-to-do.tsx';

/** Of which the server counts how often they are looked up. */
const COUNTED: ReadonlySet<CodeNames> = new Set<CodeNames>(['instance', 'lot', 'logistic', 'asset']);

/**
 * Room for how often the code was looked up, which the script asks for: the page itself is the same for everybody who
 * looks. What to do about a code that may have been copied waits here as well, unseen until the server says so.
 */
export function Scans({ page }: { page: CodePage }): ReactNode {
  const { say } = useWords();
  const { names, given } = page.code;
  if (!COUNTED.has(names)) return null;
  const isOne = names === 'instance';
  return (
    <div
      className="scans"
      role="status"
      data-scans={given}
      data-first={say(isOne ? 'scans.first' : 'scans.first.many')}
      data-again={say(isOne ? 'scans.again' : 'scans.again.many')}
    >
      <p className="count" />
      {isOne ? <Doubt page={page} /> : null}
    </div>
  );
}

function Doubt({ page }: { page: CodePage }): ReactNode {
  const { say } = useWords();
  const makers = makersOf(page);
  return (
    <section className="card copied" aria-labelledby="copied" hidden>
      <h2 id="copied">{say('scans.doubt')}</h2>
      <p>{say('scans.doubt.text')}</p>
      <ol className="steps">
        <li>{say('scans.doubt.compare')}</li>
        <li>{say('scans.doubt.seal')}</li>
        <li>{say('scans.doubt.seller')}</li>
        {makers.map((contact) => (
          <ContactStep key={contact.as} contact={contact} />
        ))}
        <li>
          {say('do.call')} <a href="tel:12315">12315</a>
        </li>
      </ol>
      <p className="note">{say('scans.doubt.note')}</p>
    </section>
  );
}

/** A page that warns of nothing names nobody to ask: whoever made the goods is asked then. */
function makersOf({ contacts, maker }: CodePage): readonly Contact[] {
  const told = contacts.filter(({ as }) => as !== 'issuer');
  if (told.length > 0 || maker?.name === undefined) return told;
  const { name, telephone } = maker;
  return [{ as: 'maker', name, ...(telephone === undefined ? {} : { telephone }) }];
}
