import type { LicenceBody, SupervisedWholeBody } from '@suyuan/api';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { manageText } from '../../i18n/manage.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { placesText } from '../../i18n/places.ts';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { StatusTag } from '../../manage/status-tag.tsx';
import { useCategoryName } from '../../manage/use-category-name.ts';
import { LicenceList } from '../sites/licence-list.tsx';
import { SiteList } from '../sites/site-list.tsx';
import { OnlyRegulators } from './only-regulators.tsx';
import { useLookedAt, useNoteVerified } from './use-looked-at.ts';
import { VerifyDialog } from './verify-dialog.tsx';

/** One organisation, to a regulator. */
export function SupervisedPage(): ReactNode {
  const { id = '' } = useParams();
  const say = useText(supervisionText);
  return (
    <OnlyRegulators>
      <p className="back">
        <Link to="/supervision">{say('back')}</Link>
      </p>
      <LookedAt id={id} />
    </OnlyRegulators>
  );
}

function LookedAt({ id }: { id: string }): ReactNode {
  return <Loaded query={useLookedAt(id)}>{(organisation) => <Whole organisation={organisation} />}</Loaded>;
}

function Whole({ organisation }: { organisation: SupervisedWholeBody }): ReactNode {
  const say = useText(supervisionText);
  const sayKind = useText(organisationText);
  const sayPlaces = useText(placesText);
  const sayAll = useText(manageText);
  const categoryOf = useCategoryName();
  const noteVerified = useNoteVerified(organisation.id);
  const [verifying, setVerifying] = useState<LicenceBody>();
  const { name, code, kind, region, categories, status, sites, licences } = organisation;
  const verifyOf = (licence: LicenceBody): ReactNode => (
    <Button
      size="small"
      aria-label={say('verify.of', { number: licence.number })}
      onClick={() => setVerifying(licence)}
    >
      {say('verify')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={name ?? code ?? sayAll('none')}
        lead={[sayKind(`kind.${kind}`), code, region, ...categories.map(categoryOf)]
          .filter((part) => part !== null)
          .join(' · ')}
        action={<StatusTag status={status} />}
      />
      <Alert type="info" showIcon title={say('told.title')} description={say('told.text')} />
      <Section title={sayPlaces('licences')}>
        <LicenceList licences={licences} sites={sites} empty={say('licences.empty')} actionsOf={verifyOf} />
      </Section>
      <Section title={sayPlaces('sites')}>
        <SiteList sites={sites} mayChange={false} empty={say('sites.empty')} />
      </Section>
      {verifying === undefined ? null : (
        <VerifyDialog
          licence={verifying}
          onDone={(what) => {
            noteVerified(verifying.id, what);
            setVerifying(undefined);
          }}
          onClose={() => setVerifying(undefined)}
        />
      )}
    </>
  );
}
