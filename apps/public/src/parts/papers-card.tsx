import type { Paper } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { siteAddress } from '../safe-url.ts';
import { Named } from './named.tsx';
import { Recorded } from './recorded.tsx';
import { Row } from './row.tsx';

/** Who tested or certified it, what was found, and where the document is. */
export function PapersCard({ papers = [] }: { papers: readonly Paper[] | undefined }): ReactNode {
  const { say } = useWords();
  if (papers.length === 0) return null;
  return (
    <section className="card" aria-labelledby="papers">
      <h2 id="papers">{say('papers.title')}</h2>
      {papers.map((paper, index) => (
        <PaperItem key={index} paper={paper} />
      ))}
      <p className="hint">{say('papers.hint')}</p>
    </section>
  );
}

function PaperItem({ paper }: { paper: Paper }): ReactNode {
  const { say, lang } = useWords();
  const { as, name, result, found, status, number, day } = paper;
  return (
    <section className="item">
      <h3>
        {name?.zh === undefined ? say(`papers.${as}`) : <PaperName paper={paper} />}
        {found === undefined ? null : (
          <span className={`tag${status === undefined ? '' : ` tag-${status}`}`}>{found[lang]}</span>
        )}
      </h3>
      <dl className="facts">
        {result === undefined || result === found?.[lang] ? null : (
          <Row label="papers.result">
            <Recorded text={result} />
          </Row>
        )}
        <Row label={as === 'test' ? 'papers.tester' : 'papers.issuer'}>
          <Issuer paper={paper} />
        </Row>
        {day === undefined ? null : <Row label="papers.day">{day}</Row>}
        {number === undefined ? null : (
          <Row label="papers.number">
            <bdi>{number}</bdi>
          </Row>
        )}
        <DocumentRow paper={paper} />
      </dl>
    </section>
  );
}

/** The item of a test is what somebody wrote; a certificate may have a name in each language. */
function PaperName({ paper: { name } }: { paper: Paper }): ReactNode {
  return name?.zh === name?.en ? <Recorded text={name?.zh ?? ''} /> : <Named name={name} />;
}

function Issuer({ paper: { issuer, isByMaker } }: { paper: Paper }): ReactNode {
  const { say } = useWords();
  if (issuer === undefined) return say('papers.issuer.unsaid');
  return (
    <>
      <Named name={issuer} />
      {isByMaker ? <small className="address">{say('papers.byMaker')}</small> : null}
    </>
  );
}

/** Where it lies with its issuer, a person can ask for it by its number. */
function DocumentRow({ paper: { number, issuer, document } }: { paper: Paper }): ReactNode {
  const { say } = useWords();
  const site = siteAddress(document);
  if (site === undefined) {
    if (number === undefined) return null;
    return <Row label="papers.document">{say(issuer === undefined ? 'papers.ask.unsaid' : 'papers.ask')}</Row>;
  }
  return (
    <Row label="papers.document">
      <a href={site.href} target="_blank" rel="noopener noreferrer nofollow">
        {say('papers.open')}
      </a>
      <small className="address">{say('papers.site', { site: site.host })}</small>
    </Row>
  );
}
