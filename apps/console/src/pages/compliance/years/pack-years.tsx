import type { ComplianceMonths } from '@suyuan/api/months';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { complianceText } from '../../../i18n/compliance.ts';
import { useText } from '../../../i18n/use-text.ts';
import { yearsText } from '../../../i18n/years.ts';
import { type Column, Records } from '../../../manage/records.tsx';
import { Section } from '../../../manage/section.tsx';
import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { ledgerPage, ledgerPath, type Span, searchOf } from '../path.ts';
import type { PackJudged } from '../worst-first.ts';
import { byMonth, byStage, type Counts, type MonthRow, type StageRow } from './by-month.ts';

interface PackYearsProps {
  readonly pack: PackJudged;
  readonly span: Span;
  readonly counts: ComplianceMonths['counts'];
}

/** Of one pack: its records and findings by stage and by month, and its ledgers of these days. */
export function PackYears({ pack, span, counts }: PackYearsProps): ReactNode {
  const say = useText(yearsText);
  const [{ language }] = useSettings();
  const stages = byStage(counts);
  const columnsOf = useCountColumns();
  const told = useTold();
  if (counts.length === 0) return null;
  const name = pack.name[language];
  const stageColumns: readonly Column<StageRow>[] = [
    { label: say('stage'), cell: ({ stageName }) => stageName[language] },
    ...columnsOf<StageRow>(),
  ];
  const monthColumns: readonly Column<MonthRow>[] = [
    { label: say('month'), cell: ({ month }) => month },
    ...stages.map(({ stage, stageName }) => ({
      ...{ key: `stage ${stage}`, label: stageName[language], isNumber: true },
      cell: (row: MonthRow) => told(row.stages.get(stage)?.records ?? 0),
    })),
    ...columnsOf<MonthRow>(),
  ];
  return (
    <Section title={name}>
      <Ledgers pack={pack} span={span} />
      <h3>{say('byStage')}</h3>
      <Records
        caption={say('byStage.of', { pack: name })}
        columns={stageColumns}
        rows={stages}
        keyOf={({ stage }) => stage}
        file="rows"
        empty=""
      />
      <h3>{say('byMonth')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever goes by keyboard scrolls it by the arrows */}
      <section className="wide" aria-label={say('byMonth.of', { pack: name })} tabIndex={0}>
        <Records
          caption={say('byMonth.of', { pack: name })}
          columns={monthColumns}
          rows={byMonth(counts)}
          keyOf={({ month }) => month}
          file="rows"
          empty=""
        />
      </section>
    </Section>
  );
}

/** Each with the way to its lines of these days, and to them as a workbook. */
function Ledgers({ pack: { id, ledgers }, span }: Pick<PackYearsProps, 'pack' | 'span'>): ReactNode {
  const say = useText(yearsText);
  const [{ language }] = useSettings();
  const held = ledgers.filter(({ records }) => records > 0);
  if (held.length === 0) return null;
  return (
    <>
      <h3>{say('ledgers')}</h3>
      <ul className="plain-list">
        {held.map((ledger) => {
          const of = { pack: id, ledger: ledger.id };
          const name = ledger.name[language];
          return (
            <li key={ledger.id}>
              <Link to={`${ledgerPage(of)}?${searchOf({ ...span })}`}>{name}</Link>{' '}
              <a
                className="not-printed"
                href={`${ledgerPath(of)}/xlsx?${searchOf({ ...span, language })}`}
                download={`suyuan-${id}-${ledger.id}.xlsx`}
                aria-label={say('workbook.of', { name })}
              >
                {say('workbook')}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function useTold(): (count: number) => string {
  const [{ language }] = useSettings();
  return (count) => (count === 0 ? '0' : count.toLocaleString(LANGUAGE_TAGS[language]));
}

/** Records, how many of them late, and what is found of them, gravest first. */
function useCountColumns(): <Row extends Counts>() => readonly Column<Row>[] {
  const say = useText(yearsText);
  const sayAll = useText(complianceText);
  const told = useTold();
  return <Row extends Counts>() => [
    {
      label: say('records'),
      isNumber: true,
      cell: ({ records }: Row) => told(records),
      text: ({ records }: Row) => String(records),
    },
    { label: say('late'), isNumber: true, cell: ({ late }: Row) => told(late), text: ({ late }: Row) => String(late) },
    ...(['refuse', 'flag', 'unknown'] as const).map((effect) => ({
      ...{ label: sayAll(`effect.${effect}`), isNumber: true },
      cell: (row: Row) => told(row[effect]),
      text: (row: Row) => String(row[effect]),
    })),
  ];
}
