import type { ImportWhole } from '@suyuan/api';
import { Alert, Button, Progress, Spin } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { importsPage } from './path.ts';
import { SendFile } from './send-file.tsx';
import { useAskOf } from './use-import.ts';

/** In words first; then what one does next. */
export function HowItStands({ of }: { of: ImportWhole }): ReactNode {
  return (
    <div className="import-state" role="status">
      {STATES[of.state]({ of })}
    </div>
  );
}

interface Of {
  readonly of: ImportWhole;
}

const STATES: Readonly<Record<ImportWhole['state'], (of: Of) => ReactNode>> = {
  uploading: (of) => <Uploading {...of} />,
  checking: (of) => <Checking {...of} />,
  checked: (of) => <Checked {...of} />,
  recording: (of) => <Recording {...of} />,
  recorded: (of) => <Recorded {...of} />,
  failed: (of) => <Failed {...of} />,
};

function Uploading({ of }: Of): ReactNode {
  const say = useText(importsText);
  const { missing, name } = of;
  if (missing.length === 0)
    return (
      <>
        <p>{say('uploaded')}</p>
        <CheckAgain of={of} />
      </>
    );
  return (
    <>
      <Alert type="warning" showIcon title={say('uploading', { count: missing.length, name })} />
      <SendFile of={of} />
    </>
  );
}

function Checking({ of: { rows } }: Of): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  return (
    <p>
      <Spin size="small" aria-hidden /> {say('checking', { rows: rows.toLocaleString(language) })}
    </p>
  );
}

function Checked({ of }: Of): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  const { id, rows, good, faulty } = of;
  const recording = useAskOf(id, 'recording');
  const counts = { rows, good, faulty };
  const told = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, count.toLocaleString(language)]),
  );
  return (
    <>
      <Alert
        type={good === 0 ? 'error' : faulty > 0 ? 'warning' : 'success'}
        showIcon
        title={say('checked', told)}
        description={say(good === 0 ? 'checked.none' : faulty > 0 ? 'checked.some' : 'checked.all')}
      />
      <ProblemAlert error={recording.error} />
      <div className="import-do">
        {good === 0 ? null : (
          <Button type="primary" size="large" loading={recording.isPending} onClick={() => recording.mutate()}>
            {say('record', told)}
          </Button>
        )}
        {faulty === 0 ? null : <CheckAgain of={of} />}
        {faulty === 0 ? null : <Another of={of} />}
      </div>
    </>
  );
}

function Recording({ of: { handled, good } }: Of): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  const told = say('recording', { handled: handled.toLocaleString(language), good: good.toLocaleString(language) });
  return (
    <>
      <p>{told}</p>
      <Progress percent={good === 0 ? 0 : Math.floor((handled / good) * 100)} aria-label={told} />
      <p className="soft">{say('recording.leave')}</p>
    </>
  );
}

function Recorded({ of }: Of): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  const { pack, recorded, refused, faulty } = of;
  const left = [
    ...(refused === 0 ? [] : [say('recorded.refused', { count: refused.toLocaleString(language) })]),
    ...(faulty === 0 ? [] : [say('recorded.faulty', { count: faulty.toLocaleString(language) })]),
  ];
  return (
    <>
      <Alert
        type={left.length === 0 ? 'success' : 'warning'}
        showIcon
        title={[say('recorded.rows', { count: recorded.toLocaleString(language) }), ...left].join(say('comma'))}
        description={say('recorded.findings')}
      />
      <div className="import-do">
        <Link to={`/compliance/findings?${new URLSearchParams({ pack })}`}>
          <Button size="large">{say('findings')}</Button>
        </Link>
        <Another of={of} />
      </div>
    </>
  );
}

function Failed({ of }: Of): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  const { problem, hasFile } = of;
  return (
    <>
      <Alert type="error" showIcon title={say('failed')} description={problem?.message[language]} />
      <div className="import-do">
        <Another of={of} />
        {hasFile ? <CheckAgain of={of} /> : null}
      </div>
    </>
  );
}

function CheckAgain({ of: { id, state } }: Of): ReactNode {
  const say = useText(importsText);
  const checking = useAskOf(id, 'check');
  return (
    <>
      <Button size="large" loading={checking.isPending} onClick={() => checking.mutate()}>
        {say(state === 'uploading' ? 'check' : 'check.again')}
      </Button>
      <ProblemAlert error={checking.error} />
    </>
  );
}

function Another({ of }: Of): ReactNode {
  const say = useText(importsText);
  const isMended = of.state !== 'recorded' || of.faulty + of.refused > 0;
  return (
    <Link to={importsPage(of)}>
      <Button size="large">{say(isMended ? 'another.mended' : 'another')}</Button>
    </Link>
  );
}
