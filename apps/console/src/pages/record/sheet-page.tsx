import type { SheetWhole } from '@suyuan/api';
import { type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import type { RecordCommand } from '../../offline/command.ts';
import { useQueue } from '../../offline/use-queue.ts';
import './record.css';
import { SheetClosed } from './sheet-closed.tsx';
import { SheetForm } from './sheet-form.tsx';
import { useBeginning } from './use-beginning.ts';
import { useForm } from './use-forms.ts';
import { useKeptHere } from './use-kept-here.ts';
import { useSheet } from './use-sheet-of-id.ts';

/** One sheet: filled in, checked and recorded; or as it was recorded. */
export function SheetPage(): ReactNode {
  const say = useText(recordText);
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const begun = { pack: search.get('pack') ?? '', stage: search.get('stage') ?? '' };
  const sheet = useSheet(id, { mayBeNew: begun.stage !== '' });
  const queue = useQueue();
  return (
    <>
      <p className="back">
        <Link to="/record">{say('back')}</Link>
      </p>
      <Loaded query={sheet}>
        {(found) =>
          queue === undefined ? null : (
            <Sheet
              key={id}
              id={id}
              of={found ?? begun}
              sheet={found ?? undefined}
              queued={queue.find((each) => each.id === id)}
            />
          )
        }
      </Loaded>
    </>
  );
}

interface SheetProps {
  readonly id: string;
  readonly of: { readonly pack: string; readonly stage: string };
  readonly sheet: SheetWhole | undefined;
  readonly queued: RecordCommand | undefined;
}

function Sheet({ id, of, sheet, queued }: SheetProps): ReactNode {
  const form = useForm(of);
  const beginning = useBeginning(sheet);
  const here = useKeptHere();
  const [kept] = useState(() => here.find(id) ?? queued);
  return (
    <Loaded query={form}>
      {(stage) =>
        beginning.isPending ? null : sheet !== undefined && sheet.state !== 'open' ? (
          <SheetClosed sheet={sheet} form={stage} />
        ) : (
          <SheetForm
            id={id}
            form={stage}
            version={kept?.version ?? sheet?.version ?? 0}
            queued={queued}
            kept={kept?.given}
            {...beginning.of(stage)}
          />
        )
      }
    </Loaded>
  );
}
