import type { OperatedBody } from '@suyuan/api';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { operatorText } from '../../i18n/operator.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../session.ts';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import { GiveJurisdiction } from './give-jurisdiction.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { TakeApart } from './take-apart.tsx';

/** What can be decided of one that stands so. */
const DECISIONS: Readonly<Record<OperatedBody['status'], readonly Decision[]>> = {
  pending: ['approve', 'shut'],
  active: ['suspend', 'shut'],
  suspended: ['resume', 'shut'],
  closed: ['resume'],
  merged: [],
};

export function OrganisationActions({ organisation }: { organisation: OperatedBody }): ReactNode {
  const say = useText(operatorText);
  const none = useText(manageText)('none');
  const own = useSession().data?.organisation?.id;
  const [open, setOpen] = useState<Decision | 'merge' | 'give'>();
  const close = (): void => setOpen(undefined);
  const { id, status, kind } = organisation;
  // The installation's own is neither suspended nor merged.
  if (id === own) return none;
  if (status === 'merged') return <TakeApart organisation={organisation} />;
  const name = organisation.name ?? organisation.code ?? id;
  return (
    <span className="chips">
      {kind === 'regulator' && status === 'active' ? (
        <Button size="small" aria-label={say('jurisdiction.of', { name })} onClick={() => setOpen('give')}>
          {say('jurisdiction')}
        </Button>
      ) : null}
      {[...DECISIONS[status], 'merge' as const].map((what) => (
        <Button
          key={what}
          size="small"
          danger={what === 'shut' || what === 'merge'}
          aria-label={say(`${what}.of`, { name })}
          onClick={() => setOpen(what)}
        >
          {say(what)}
        </Button>
      ))}
      {open === 'merge' ? <MergeDialog id={id} name={name} onClose={close} /> : null}
      {open === 'give' ? <GiveJurisdiction id={id} name={name} onClose={close} /> : null}
      {open === undefined || open === 'merge' || open === 'give' ? null : (
        <DecideDialog id={id} name={name} what={open} onClose={close} />
      )}
    </span>
  );
}
