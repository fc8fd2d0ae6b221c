import type { StageFormBody } from '@suyuan/api';
import { Alert, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { PageHead } from '../../manage/page-head.tsx';
import { TextField } from '../../manage/text-field.tsx';
import type { RecordCommand } from '../../offline/command.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { ImportLink } from '../imports/import-link.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { Conflict } from './conflict.tsx';
import { Contents } from './fields/contents.tsx';
import { ElementFields } from './fields/element-fields.tsx';
import { ParentField } from './fields/parent-field.tsx';
import { PartyField } from './fields/party-field.tsx';
import { TimeFields } from './fields/time-fields.tsx';
import { UnitRows } from './fields/unit-rows.tsx';
import type { GivenSheet } from './given-sheet.ts';
import { OfOrder } from './of-order.tsx';
import { OtherwiseNotice } from './otherwise-notice.tsx';
import { QueuedAlert } from './queued-alert.tsx';
import { SheetActions } from './sheet-actions.tsx';
import { type ToldAt, toldAt } from './told-at.ts';
import { ToldSummary } from './told-summary.tsx';
import { useSheetOf } from './use-sheet.ts';

interface SheetFormProps {
  readonly id: string;
  readonly form: StageFormBody;
  readonly version: number;
  readonly saved: GivenSheet;
  /** With what it begins where that is not saved yet. */
  readonly begun: GivenSheet;
  /** That waits for a line, or was not recorded when it was back. */
  readonly queued: RecordCommand | undefined;
  /** What was typed on this device and could not be saved. */
  readonly kept: GivenSheet | undefined;
}

/** The form of a stage: saved by itself as it is filled in; checked, and then recorded. */
export function SheetForm({ id, form, version, saved, begun, queued, kept }: SheetFormProps): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const [fields] = Form.useForm<GivenSheet>();
  const initial = kept ?? begun;
  const given = (): GivenSheet => ({ ...initial, ...fields.getFieldsValue(true) });
  const sheet = useSheetOf({ id, form, version, saved, given });
  const [tell, setTell] = useState<string>();
  const told: ToldAt = toldAt(form, given(), sheet.told);
  return (
    <>
      <PageHead title={form.name[language]} lead={say('form.lead')} action={<ImportLink of={form} />} />
      {queued === undefined ? null : <QueuedAlert command={queued} />}
      {kept === undefined || queued !== undefined ? null : (
        <Alert type="info" showIcon closable title={say('kept.again')} />
      )}
      {sheet.conflict === undefined ? null : (
        <Conflict
          form={form}
          mine={given()}
          theirs={sheet.conflict}
          onMine={sheet.keepMine}
          onTheirs={sheet.keepTheirs}
        />
      )}
      <Form<GivenSheet>
        form={fields}
        className="sheet-form"
        layout="vertical"
        initialValues={initial}
        onValuesChange={sheet.changed}
      >
        <section className="section" aria-label={say('part.when')}>
          <TextField name="name" label={say('sheet.name')} missing={say('name.missing')} maxLength={200} />
          <TimeFields told={told.of('at')} />
          <PartyField name="place" told={told.of('place')} onTaken={sheet.changed} />
        </section>
        <OfOrder order={initial.order ?? ''} told={sheet.told} />
        <section className="section" aria-label={say('part.units')}>
          {form.opens ? (
            <>
              <ParentField isOpened told={told.of('parent')} onTaken={sheet.changed} />
              <Contents onTaken={sheet.changed} />
            </>
          ) : null}
          <UnitRows name="units" form={form} told={told} onTaken={sheet.changed} />
          {form.inputs === 'none' ? null : <UnitRows name="inputs" form={form} told={told} onTaken={sheet.changed} />}
          {form.parent === 'none' || form.opens ? null : (
            <ParentField told={told.of('parent')} onTaken={sheet.changed} />
          )}
        </section>
        <ElementFields form={form} told={told} onTaken={sheet.changed} />
        <ToldSummary told={sheet.told} others={told.others} form={form} />
        <OtherwiseNotice differences={sheet.told?.differences} onTell={setTell} />
        <ProblemAlert
          error={
            sheet.check.error ?? sheet.submit.error ?? (sheet.conflict || sheet.isOffline ? null : sheet.save.error)
          }
        />
        <SheetActions id={id} sheet={sheet} tell={tell} />
      </Form>
    </>
  );
}
