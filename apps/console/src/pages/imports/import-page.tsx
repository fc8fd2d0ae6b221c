import type { ImportWhole } from '@suyuan/api';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { importsText } from '../../i18n/imports.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { FaultList } from './fault-list.tsx';
import { HowItStands } from './how-it-stands.tsx';
import './imports.css';
import { IMPORTS_PAGE } from './path.ts';
import { RemoveImport } from './remove-import.tsx';
import { isAtWork, useImport } from './use-import.ts';

/** One file of records: how it stands, what is wrong with it, and what is to be done next. */
export function ImportPage(): ReactNode {
  const say = useText(importsText);
  const { id = '' } = useParams();
  return (
    <OnlyFor right="capture">
      <p className="back">
        <Link to={IMPORTS_PAGE}>{say('back')}</Link>
      </p>
      <One key={id} id={id} />
    </OnlyFor>
  );
}

function One({ id }: { id: string }): ReactNode {
  const say = useText(importsText);
  const found = useImport(id);
  const [search] = useSearchParams();
  return (
    <>
      {search.has('before') ? <Alert type="info" showIcon title={say('before')} /> : null}
      <Loaded query={found}>{(of) => <Import of={of} />}</Loaded>
    </>
  );
}

function Import({ of }: { of: ImportWhole }): ReactNode {
  const say = useText(importsText);
  const [{ language }] = useSettings();
  const go = useNavigate();
  const { name, stageName, state, hasFile, sheet } = of;
  const lead = sheet === undefined ? 'of' : 'of.sheet';
  const mayRemove = !isAtWork(of) && (hasFile || state !== 'recorded');
  const onDone = (): void => {
    if (state !== 'recorded') void go(IMPORTS_PAGE);
  };
  return (
    <>
      <PageHead
        title={name}
        lead={say(lead, { stage: stageName[language], sheet: sheet ?? '' })}
        action={mayRemove ? <RemoveImport of={of} onDone={onDone} /> : null}
      />
      <Section title={say('state')}>
        <HowItStands of={of} />
      </Section>
      {isAtWork(of) ? null : <FaultList of={of} />}
    </>
  );
}
