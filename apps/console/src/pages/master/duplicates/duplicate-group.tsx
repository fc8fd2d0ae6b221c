import type { DuplicatesBody } from '@suyuan/api/merges';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { duplicatesText } from '../../../i18n/duplicates.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useMay } from '../../../manage/use-may.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { ProblemAlert } from '../../problem-alert.tsx';
import { useWords } from '../use-words.ts';
import './duplicates.css';
import { Twin } from './twin.tsx';
import { useKeepingApart, useMerging } from './use-merging.tsx';

type Group = DuplicatesBody['groups'][number];

/** Entries side by side: which of them are one, and which of these is kept. */
export function DuplicateGroup({ group: { kind, reasons, keep: proposed, entries } }: { group: Group }): ReactNode {
  const say = useText(duplicatesText);
  const words = useWords();
  const [{ language }] = useSettings();
  const id = useId();
  const maySay = useMay('capture');
  const [keep, setKeep] = useState(proposed);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const merging = useMerging();
  const apart = useKeepingApart();
  const nameOf = ({ name, code }: Group['entries'][number]): string => name?.[language] ?? words.ofCode(code);
  const meant = entries.filter(({ code }) => code === keep || !without.has(code));
  const merge = meant.map(({ code }) => code).filter((code) => code !== keep);
  const names = meant.map(nameOf).join(say('comma'));
  const kept = entries.find(({ code }) => code === keep);
  const turn = (code: string): void => {
    const next = new Set(without);
    if (!next.delete(code)) next.add(code);
    setWithout(next);
  };
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>
        {say('group', {
          kind: words.ofKind(kind),
          reasons: reasons.map((reason) => say(`reason.${reason}`)).join(say('comma')),
        })}
      </h2>
      <div className="twins">
        {entries.map((entry) => (
          <Twin
            key={entry.code}
            entry={entry}
            others={entries}
            group={id}
            isFullest={entry.code === proposed}
            {...(maySay ? { isKept: entry.code === keep, onKeep: () => setKeep(entry.code) } : {})}
            {...(maySay && entries.length > 2 && entry.code !== keep
              ? { isMeant: !without.has(entry.code), onMeant: () => turn(entry.code) }
              : {})}
          />
        ))}
      </div>
      <ProblemAlert error={merging.error ?? apart.error} />
      {maySay ? (
        <div className="group-actions">
          <Button
            type="primary"
            aria-label={say('merge.of', { names })}
            disabled={merge.length === 0}
            loading={merging.isPending}
            onClick={() => merging.mutate({ keep, merge, name: kept === undefined ? keep : nameOf(kept) })}
          >
            {say('merge')}
          </Button>
          <Button
            aria-label={say('different.of', { names })}
            disabled={merge.length === 0}
            loading={apart.isPending}
            onClick={() => apart.mutate({ codes: [keep, ...merge] })}
          >
            {say('different')}
          </Button>
          {merge.length === 0 ? <span className="soft">{say('two')}</span> : null}
        </div>
      ) : null}
    </section>
  );
}
