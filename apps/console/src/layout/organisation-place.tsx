import { BankOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { shellText } from '../i18n/shell.ts';
import { switchText } from '../i18n/switch.ts';
import { useText } from '../i18n/use-text.ts';
import type { Session } from '../session.ts';
import { PlacesDialog } from './places/places-dialog.tsx';
import { usePlaces } from './places/use-places.ts';

/** For which organisation one works at the moment, as whose, and the way to another. */
export function OrganisationPlace({ session: { organisation } }: { session: Session }): ReactNode {
  const say = useText(shellText);
  const sayPlace = useText(switchText);
  const { data } = usePlaces();
  const [isOpen, setOpen] = useState(false);
  const hasOthers = (data?.places ?? []).length > (organisation === undefined ? 0 : 1);
  const isForAnother = organisation !== undefined && organisation.via !== undefined;
  return (
    <div className="organisation">
      <BankOutlined aria-hidden />
      <span className="unseen">{say('organisation')}: </span>
      {isForAnother ? <strong className="acting-for">{sayPlace('actingFor')}</strong> : null}
      <span className="organisation-name">
        {organisation === undefined ? say('noOrganisation') : (organisation.name ?? sayPlace('unnamed'))}
      </span>
      {isForAnother ? (
        <span className="organisation-by">
          {sayPlace('by', { name: organisation.via?.name ?? sayPlace('unnamed') })}
        </span>
      ) : null}
      {hasOthers ? (
        <Button
          type="text"
          icon={<SwapOutlined aria-hidden />}
          aria-label={sayPlace('switch')}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        />
      ) : null}
      {isOpen ? <PlacesDialog current={organisation} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
