import type { FilingBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Loaded } from '../../../manage/loaded.tsx';
import { Moment } from '../../../manage/moment.tsx';
import { MoreButton } from '../../../manage/more-button.tsx';
import { OnlyFor } from '../../../manage/only-for.tsx';
import { PageHead } from '../../../manage/page-head.tsx';
import { Section } from '../../../manage/section.tsx';
import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import '../compliance.css';
import { FiledActions } from './filed-actions.tsx';
import './filings.css';
import { LineTable } from './line-table.tsx';
import { FILINGS_PAGE, kindPage } from './path.ts';
import { ReceiptState } from './receipt-state.tsx';
import { useFiled } from './use-filed.ts';
import { useKinds } from './use-kinds.ts';

/** One filing: its file, what the receiver answered, and each line held against the record of today. */
export function FiledPage(): ReactNode {
  const { id = '' } = useParams();
  return (
    <OnlyFor right="query">
      <Filed key={id} id={id} />
    </OnlyFor>
  );
}

function Filed({ id }: { id: string }): ReactNode {
  const say = useText(filingsText);
  const [{ language }] = useSettings();
  const found = useFiled(id);
  const { head } = found;
  const filing = head?.filing;
  const kind = useKinds().data?.find((each) => each.pack === filing?.pack && each.filing === filing.filing);
  const name = kind?.name[language] ?? say('filed');
  return (
    <>
      <p className="back">
        {filing === undefined ? (
          <Link to={FILINGS_PAGE}>{say('back.kinds')}</Link>
        ) : (
          <Link to={kindPage(filing)}>{say('back.kind', { name })}</Link>
        )}
      </p>
      <PageHead
        title={name}
        lead={kind === undefined ? '' : say('filed.lead', { to: kind.to[language] })}
        action={filing === undefined ? null : <FiledActions filing={filing} />}
      />
      {filing === undefined ? null : <Facts filing={filing} />}
      <Section title={say('rows')}>
        <p className="soft">{say('rows.text')}</p>
        <Loaded query={found.query}>{(lines) => <LineTable headings={head?.headings ?? []} lines={lines} />}</Loaded>
        <MoreButton found={found} />
      </Section>
    </>
  );
}

function Facts({ filing }: { filing: FilingBody }): ReactNode {
  const say = useText(filingsText);
  const [{ language }] = useSettings();
  const { madeAt, madeBy, lines, receipt, version } = filing;
  return (
    <Section title={say('facts')}>
      <dl className="facts">
        <dt>{say('madeAt')}</dt>
        <dd>
          <Moment at={madeAt} />
          <span className="means">{madeBy ?? say('madeBy.key')}</span>
        </dd>
        <dt>{say('lines')}</dt>
        <dd>{say('lines.count', { count: lines.toLocaleString(LANGUAGE_TAGS[language]) })}</dd>
        <dt>{say('version')}</dt>
        <dd>{version}</dd>
        <dt>{say('receipt')}</dt>
        <dd>
          <ReceiptState filing={filing} />
        </dd>
      </dl>
      {receipt === null ? <p>{say('filed.next')}</p> : null}
    </Section>
  );
}
