import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { Section } from '../../../manage/section.tsx';
import { useMay } from '../../../manage/use-may.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { useSure } from '../use-sure.ts';
import { FilingList } from './filing-list.tsx';
import { KindCounts } from './kind-counts.tsx';
import { MakeButton } from './make-filing.tsx';
import { FILINGS_PAGE } from './path.ts';
import { type Kind, useKinds } from './use-kinds.ts';

/** One kind of filing: what waits, and what was handed in. */
export function KindPage(): ReactNode {
  const { pack = '', filing = '' } = useParams();
  const say = useText(filingsText);
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to={FILINGS_PAGE}>{say('back.kinds')}</Link>
      </p>
      <Loaded query={useKinds()}>
        {(kinds) => {
          const kind = kinds.find((each) => each.pack === pack && each.filing === filing);
          return kind === undefined ? <UnknownKind /> : <KnownKind key={`${pack} ${filing}`} kind={kind} />;
        }}
      </Loaded>
    </OnlyFor>
  );
}

function UnknownKind(): ReactNode {
  const say = useText(filingsText);
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <Alert type="warning" showIcon title={say('kind.unknown')} />
    </>
  );
}

function KnownKind({ kind }: { kind: Kind }): ReactNode {
  const say = useText(filingsText);
  const [{ language }] = useSettings();
  const sureOf = useSure();
  const mayMake = useMay('capture') && kind.waiting > 0;
  const { name, to, basis, confidence, withdrawn } = kind;
  return (
    <>
      <PageHead title={name[language]} lead={say('lead')} action={mayMake ? <MakeButton kind={kind} /> : null} />
      {withdrawn === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={say('withdrawn', { count: withdrawn })}
          description={say('withdrawn.how')}
        />
      )}
      <section className="section" aria-label={say('now')}>
        <dl className="facts">
          <dt>{say('now')}</dt>
          <dd>
            <KindCounts kind={kind} />
          </dd>
          <dt>{say('to')}</dt>
          <dd>{to[language]}</dd>
          <dt>{say('law')}</dt>
          <dd>
            {basis[language]}
            <span className="means">{sureOf(confidence)}</span>
          </dd>
        </dl>
      </section>
      <Section title={say('made')}>
        <FilingList kind={kind} />
      </Section>
    </>
  );
}
