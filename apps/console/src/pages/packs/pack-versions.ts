/** From what the server lists to a row for each version. Pure. */
import type { AddedPacks, Language } from '@suyuan/api';

type Added = AddedPacks['added'][number];

export interface PackVersion {
  readonly id: string;
  readonly version: string;
  /** Undefined where no version is there that could tell it. */
  readonly name: Readonly<Record<Language, string>> | undefined;
  readonly state: Added['state'];
  /** Undefined of one that comes with the program. */
  readonly added: Added | undefined;
  /** The version that takes the place of the one in force. */
  readonly under: string | null;
}

const RANK = ['in-force', 'unusable', 'overridden', 'withdrawn'] as const;

/** In the order of their ids, what is in force first. */
export function packVersions({ inUse, shipped, added }: AddedPacks): readonly PackVersion[] {
  const with_ = (each: Added | AddedPacks['shipped'][number], row: Added | undefined): PackVersion => {
    const { id, version, state } = each;
    const used = inUse.find((one) => one.id === id);
    return { id, version, state, added: row, name: used?.name, under: used?.under ?? null };
  };
  const rows = [...added.map((each) => with_(each, each)), ...shipped.map((each) => with_(each, undefined))];
  return rows.sort((a, b) => a.id.localeCompare(b.id) || RANK.indexOf(a.state) - RANK.indexOf(b.state));
}
