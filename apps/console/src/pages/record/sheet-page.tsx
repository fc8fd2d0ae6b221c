import type { SheetWhole, StageFormBody } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiProblem, useApi } from '../../api.ts';
import { recordText } from '../../i18n/record.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import type { RecordCommand } from '../../offline/command.ts';
import { useLine } from '../../offline/use-line.ts';
import { useQueue } from '../../offline/use-queue.ts';
import { emptySheet, givenOf, receiving } from './given-sheet.ts';
import { SHEETS_PATH } from './path.ts';
import './record.css';
import { useSettings } from '../../settings/use-settings.ts';
import { SheetClosed } from './sheet-closed.tsx';
import { SheetForm } from './sheet-form.tsx';
import { useArrival } from './use-arrivals.ts';
import { useForm } from './use-forms.ts';
import { useKeptHere } from './use-kept-here.ts';

/** One sheet: filled in, checked and recorded; or as it was recorded. */
export function SheetPage(): ReactNode {
  const say = useText(recordText);
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const begun = { pack: search.get('pack') ?? '', stage: search.get('stage') ?? '' };
  const sheet = useSheet(id, begun.stage !== '');
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
  const [{ language }] = useSettings();
  const form = useForm(of);
  const [search] = useSearchParams();
  const arrival = useArrival(sheet === undefined ? search.get('arrival') : null);
  const here = useKeptHere();
  const { skewMs } = useLine();
  const [kept] = useState(() => here.find(id) ?? queued);
  const beginning = (stage: StageFormBody, known: SheetWhole | undefined) => {
    if (known !== undefined) {
      const saved = givenOf(stage, known.name, known.content);
      return { saved, begun: saved };
    }
    const saved = emptySheet(stage, stage.name[language], Date.now() + skewMs);
    return { saved, begun: arrival.found === undefined ? saved : receiving(saved, arrival.found) };
  };
  return (
    <Loaded query={form}>
      {(stage) =>
        arrival.isPending ? null : sheet !== undefined && sheet.state !== 'open' ? (
          <SheetClosed sheet={sheet} form={stage} />
        ) : (
          <SheetForm
            id={id}
            form={stage}
            version={kept?.version ?? sheet?.version ?? 0}
            queued={queued}
            kept={kept?.given}
            {...beginning(stage, sheet)}
          />
        )
      }
    </Loaded>
  );
}

/** Null where it was not saved yet. */
function useSheet(id: string, mayBeNew: boolean): UseQueryResult<SheetWhole | null> {
  const api = useApi();
  return useQuery({
    queryKey: [SHEETS_PATH, 'one', id],
    async queryFn() {
      try {
        return await api.get<SheetWhole>(`${SHEETS_PATH}/${id}`);
      } catch (error) {
        // Without a line it is as new, until its saving tells otherwise.
        if (mayBeNew && error instanceof ApiProblem && [404, 0].includes(error.status)) return null;
        throw error;
      }
    },
    // What one is typing is not replaced by what is loaded anew.
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  });
}
