import type { SheetWhole, StageFormBody } from '@suyuan/api';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { RecordLink, UnitLink } from '../compliance/record-links.tsx';
import { useDeviceName } from '../me/use-device-name.ts';
import { LabelLink } from './label-link.tsx';
import { LotButtons } from './lot-buttons.tsx';
import { NextStep } from './next-step.tsx';
import { newSheetPage } from './path.ts';
import { useSheetLines } from './use-sheet-lines.ts';

/** Of what waited on a device for a line. */
function SignedLine({ at, agent }: NonNullable<SheetWhole['signed']>): ReactNode {
  const say = useText(recordText);
  const deviceName = useDeviceName();
  return (
    <p className="soft">
      {say('signed', { device: deviceName(agent) })} <Moment at={at} />
    </p>
  );
}

/** A sheet as it was recorded, or waits for a release, or was discarded; with what comes next. */
export function SheetClosed({ sheet, form }: { sheet: SheetWhole; form: StageFormBody }): ReactNode {
  const say = useText(recordText);
  const [{ language }] = useSettings();
  const lines = useSheetLines(form, sheet.content);
  const state = sheet.state === 'open' ? 'recorded' : sheet.state;
  return (
    <>
      <PageHead title={sheet.name} lead={form.name[language]} />
      <Alert type={state === 'discarded' ? 'warning' : 'success'} showIcon title={say(`closed.${state}`)} />
      <div className="sheet-next">
        <Link to={newSheetPage(sheet)}>
          <Button size="large" type="primary">
            {say('next.same')}
          </Button>
        </Link>
        {sheet.eventID === undefined || state !== 'recorded' ? null : (
          <RecordLink eventID={sheet.eventID} words={say('next.see')} />
        )}
        {state === 'recorded' ? <NextStep sheet={sheet} /> : null}
        <LotButtons sheet={sheet} />
        <LabelLink sheet={sheet} />
        {state === 'waiting' ? <Link to="/drafts">{say('next.drafts')}</Link> : null}
      </div>
      {sheet.signed === undefined ? null : <SignedLine {...sheet.signed} />}
      <Section title={say('content')}>
        <dl className="facts">
          {lines.map(({ label, text, code }) => (
            <div key={`${label} ${text}`}>
              <dt>{label}</dt>
              <dd>
                {code === undefined ? text : <UnitLink unit={code} />}
                {code === undefined ? null : ` ${text}`}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
