import type { LabelRunBody } from '@suyuan/api/labels';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { Moment } from '../../manage/moment.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useMay } from '../../manage/use-may.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { UnitLink } from '../compliance/record-links.tsx';
import { BindLabels } from './bind-labels.tsx';
import './labels.css';
import { PrintRun } from './print-run.tsx';
import { useRun } from './use-labels.ts';

type Bound = LabelRunBody['bound'][number];

/** Labels of one run: printed from where one stopped, and said to be on which goods. */
export function RunPage(): ReactNode {
  const say = useText(labelsText);
  const { id = '' } = useParams();
  return (
    <OnlyFor right="query">
      <p className="back">
        <Link to="/labels">{say('back')}</Link>
      </p>
      <Loaded query={useRun(id)}>{(run) => <Run run={run} />}</Loaded>
    </OnlyFor>
  );
}

function Run({ run }: { run: LabelRunBody }): ReactNode {
  const say = useText(labelsText);
  const [{ language }] = useSettings();
  const mayMake = useMay('capture');
  const { id, layoutName, values, count, firstCode, lastCode, printed, bound, free } = run;
  const spans = (all: readonly { first: number; last: number }[]): string =>
    all.length === 0 ? say('none') : all.map((span) => say('span', span)).join(say('comma'));
  const columns: readonly Column<Bound>[] = [
    { label: say('labels'), cell: (span) => say('span', { first: span.first, last: span.last }) },
    { label: say('lot'), cell: ({ lot }) => lot ?? say('spoilt') },
    { label: say('bound.at'), cell: ({ at }) => <Moment at={at} /> },
  ];
  return (
    <>
      <PageHead title={values.name ?? layoutName[language]} lead={say('run.lead', { count })} />
      <Section title={say('state')}>
        <dl className="facts">
          <div>
            <dt>{say('codes')}</dt>
            <dd>
              <UnitLink unit={firstCode} /> … <UnitLink unit={lastCode} />
            </dd>
          </div>
          <div>
            <dt>{say('printed')}</dt>
            <dd>{spans(printed)}</dd>
          </div>
          <div>
            <dt>{say('free')}</dt>
            <dd>{spans(free)}</dd>
          </div>
        </dl>
      </Section>
      {mayMake ? (
        <>
          <PrintRun key={`print ${id} ${printed.length} ${printed[0]?.last}`} run={run} />
          {free.length === 0 || firstCode.includes('/00/') ? null : (
            <BindLabels key={`bind ${free[0]?.first}`} run={run} />
          )}
        </>
      ) : null}
      <Section title={say('bound')}>
        <Records
          caption={say('bound')}
          columns={columns}
          rows={bound}
          keyOf={(each) => each.id}
          file="rows"
          empty={say('bound.none')}
        />
      </Section>
    </>
  );
}
