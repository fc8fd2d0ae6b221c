/** What begins and ends between two days of one pack. */
import { DATED_KINDS, type DatedKind, type ItemKind, itemsOf, KIND_NAMES } from './items.ts';
import type { Pack } from './pack.ts';
import type { Dated, Words } from './parts.ts';

export interface PackTurn {
  readonly kind: DatedKind;
  readonly id: string;
  /** The first day of what begins, the first day without what ends. */
  readonly day: string;
  readonly change: 'begins' | 'ends';
  readonly says: Words;
}

/** What begins and ends after one day, up to and with another; in the order of the days. */
export function turnsBetween(pack: Pack, after: string, until: string): PackTurn[] {
  const items = itemsOf(pack);
  const kinds: readonly DatedKind[] = KIND_NAMES.filter((kind) => isDated(kind));
  const turns = kinds.flatMap((kind) =>
    items[kind].flatMap(({ id, name, value }): PackTurn[] => {
      const { from, until: last }: Pick<Dated, 'from' | 'until'> = value;
      const turn = (change: PackTurn['change'], day: string): PackTurn => ({
        ...{ kind, id, day, change },
        says: {
          zh: `${day} 起${change === 'begins' ? '施行' : '不再施行'}${DATED_KINDS[kind].zh}“${name.zh}”`,
          en: `from ${day} ${DATED_KINDS[kind].en} “${name.en}” ${change === 'begins' ? 'holds' : 'holds no longer'}`,
        },
      });
      return [
        ...(from === undefined ? [] : [turn('begins', from)]),
        ...(last === undefined ? [] : [turn('ends', dayAfter(last))]),
      ];
    }),
  );
  return turns
    .filter(({ day }) => after < day && day <= until)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function isDated(kind: ItemKind): kind is DatedKind {
  return Object.hasOwn(DATED_KINDS, kind);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
