import { useWanted } from '../../../manage/use-wanted.ts';
import { GRAINS, type Grain } from './collapse.ts';

export const VIEWS = ['picture', 'list', 'regions'] as const;
type View = (typeof VIEWS)[number];

export interface PictureAddress {
  readonly view: View;
  readonly grain: Grain;
  /** Ids of boxes that are taken apart. */
  readonly open: readonly string[];
  /** Id of the box, or code of the province, whose records are told. */
  readonly node: string | undefined;
}

/** What of the picture is shown, as the address says: whoever is sent it sees the same. */
export function usePictureAddress(): readonly [PictureAddress, (change: Partial<PictureAddress>) => void] {
  const [search, setSearch] = useWanted();
  const address: PictureAddress = {
    view: VIEWS.find((view) => view === search.get('view')) ?? 'picture',
    grain: GRAINS.find((grain) => grain === search.get('by')) ?? 'day',
    open: search.getAll('open'),
    node: search.get('box') ?? undefined,
  };
  const change = (wanted: Partial<PictureAddress>): void => {
    const { view, grain, open, node } = { ...address, ...wanted };
    const next = new URLSearchParams(search);
    for (const name of ['view', 'by', 'open', 'box']) next.delete(name);
    if (view !== 'picture') next.set('view', view);
    if (grain !== 'day') next.set('by', grain);
    for (const id of open) next.append('open', id);
    if (node !== undefined) next.set('box', node);
    setSearch(next);
  };
  return [address, change];
}
