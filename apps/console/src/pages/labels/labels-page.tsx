import type { SheetWhole } from '@suyuan/api';
import type { LayoutBody } from '@suyuan/api/labels';
import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useSearchParams } from 'react-router';
import { labelsText } from '../../i18n/labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useWanted } from '../../manage/use-wanted.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { LabelForm } from './label-form.tsx';
import './labels.css';
import { RunList } from './run-list.tsx';
import { useLayouts, useSheetOf } from './use-labels.ts';

/** Labels are filled in, seen, and printed; those with numbers of their own are listed. */
export function LabelsPage(): ReactNode {
  const say = useText(labelsText);
  const layouts = useLayouts();
  const [search] = useSearchParams();
  const sheet = useSheetOf(search.get('sheet'));
  return (
    <OnlyFor right="query">
      <PageHead title={say('title')} lead={say('lead')} />
      <Section title={say('print')}>
        <Loaded query={layouts}>
          {({ layouts }) => (
            <Loaded query={sheet}>{(found) => <Chosen layouts={layouts} sheet={found ?? undefined} />}</Loaded>
          )}
        </Loaded>
      </Section>
      <Section title={say('runs')}>
        <RunList />
      </Section>
    </OnlyFor>
  );
}

interface ChosenProps {
  readonly layouts: readonly LayoutBody[];
  readonly sheet: SheetWhole | undefined;
}

function Chosen({ layouts, sheet }: ChosenProps): ReactNode {
  const say = useText(labelsText);
  const [{ language }] = useSettings();
  const id = useId();
  const [wanted, setWanted] = useWanted();
  const layout = layouts.find((each) => each.id === wanted.get('layout')) ?? layouts[0];
  if (layout === undefined) return null;
  return (
    <>
      <div className="label-layout">
        <label htmlFor={id}>{say('layout')}</label>
        <Select
          id={id}
          value={layout.id}
          virtual={false}
          options={layouts.map(({ id, name }) => ({ value: id, label: name[language] }))}
          onChange={(chosen) => setWanted(new URLSearchParams({ layout: chosen }))}
        />
      </div>
      <LabelForm key={`${layout.id} ${sheet?.id}`} layout={layout} sheet={sheet} />
    </>
  );
}
