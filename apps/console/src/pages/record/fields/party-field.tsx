import type { EntryKind } from '@suyuan/api';
import { AutoComplete, Form } from 'antd';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ScannedItem } from '../../../scan/scanned-item.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { Also } from '../../master/duplicates/also.tsx';
import { useSites } from '../../sites/queries.ts';
import type { ToldOf } from '../told-at.ts';
import { useToldItem } from './told-item.tsx';
import { useEntries } from './use-entries.ts';

interface NamedCode {
  readonly code: string;
  readonly name: string;
  /** What else it is called. */
  readonly also?: ReactNode;
}

interface PartyFieldProps {
  readonly name: 'place' | 'from' | 'to';
  /** What the field is called, and its help, where that is not as in the form of a stage. */
  readonly label?: string;
  readonly help?: string;
  /** Said where nothing was entered; without it the field may stay empty. */
  readonly missing?: string;
  readonly told: readonly ToldOf[];
  /** What was put into the form without being typed. */
  readonly onTaken: () => void;
}

const KINDS = { place: 'site', from: 'party', to: 'party' } as const satisfies Record<string, EntryKind>;

/** Where it was, or with whom: chosen by its name, scanned or typed. What it is called stands below its code. */
export function PartyField({ name, label, help, missing, told, onTaken }: PartyFieldProps): ReactNode {
  const say = useText(recordText);
  const text = Form.useWatch<string | undefined>(name) ?? '';
  const own = useOwnSites(text);
  const listed = useListed(KINDS[name], text);
  const choices =
    name === 'place' ? [...own, ...listed.filter(({ code }) => !own.some((each) => each.code === code))] : listed;
  const chosen = choices.find(({ code }) => code === text.trim());
  return (
    <ScannedItem
      name={name}
      label={label ?? say(`code.${name}`)}
      extra={chosen?.name ?? help ?? say(`code.${name}.help`)}
      {...(missing === undefined ? {} : { missing })}
      onScanned={onTaken}
      {...useToldItem(told)}
    >
      <AutoComplete
        className="code-input"
        allowClear
        defaultActiveFirstOption={false}
        options={choices.map((choice) => ({ value: choice.code, label: <Choice {...choice} /> }))}
        showSearch={{ filterOption: false }}
        onInputKeyDown={stay}
      />
    </ScannedItem>
  );
}

function Choice({ code, name, also }: NamedCode): ReactNode {
  return (
    <div className="choice">
      {name}
      {also}
      <div className="soft">{code}</div>
    </div>
  );
}

/** A scanner ends with Enter, which would send the form. */
function stay(event: { readonly key: string; preventDefault(): void }): void {
  if (event.key === 'Enter') event.preventDefault();
}

/** Those of the organisation that have a code; whoever may not look at them types it. */
function useOwnSites(text: string): readonly NamedCode[] {
  const sites = useSites().data ?? [];
  const wanted = text.trim().toLowerCase();
  return sites.flatMap(({ code, name, closedAt }) =>
    code === null || closedAt !== null || !`${name} ${code}`.toLowerCase().includes(wanted) ? [] : [{ code, name }],
  );
}

function useListed(kind: EntryKind, text: string): readonly NamedCode[] {
  const [{ language }] = useSettings();
  const entries = useEntries(kind, text).data?.entries ?? [];
  return entries.flatMap(({ code, name, merged = [] }) =>
    name === null ? [] : [{ code, name: name[language], also: <Also entry={{ name, merged }} /> }],
  );
}
