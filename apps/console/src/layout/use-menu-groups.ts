import type { Right } from '../manage/rights.ts';
import { useSupervises } from '../manage/use-supervises.ts';
import { useSession } from '../session.ts';
import { useIsAlone } from './use-is-alone.ts';

type Page =
  | 'record'
  | 'orders'
  | 'labels'
  | 'trace'
  | 'drill'
  | 'compliance'
  | 'drafts'
  | 'countersign'
  | 'disputes'
  | 'organisation'
  | 'sites'
  | 'master-data'
  | 'branches'
  | 'partners'
  | 'openings'
  | 'shares'
  | 'mandates'
  | 'people'
  | 'roles'
  | 'keys'
  | 'audit'
  | 'looks'
  | 'exports'
  | 'supervision'
  | 'readings'
  | 'operator'
  | 'packs'
  | 'backup';

interface Group {
  readonly name: 'records' | 'own' | 'access' | 'others';
  readonly pages: readonly Page[];
  /** Behind its name until it is asked for. */
  readonly isFolded?: boolean;
}

/** What of the menu the person's rights open, in the order in which it is read; no group is empty. */
export function useMenuGroups(): readonly Group[] {
  const session = useSession().data;
  const may = (right: Right): boolean => session?.rights.includes(right) === true;
  const supervises = useSupervises();
  const isAlone = useIsAlone();
  const hasPlace = session?.organisation !== undefined;
  const open: Readonly<Record<Page, boolean>> = {
    record: hasPlace && (may('capture') || may('draft')),
    orders: hasPlace && may('query'),
    labels: hasPlace && may('query'),
    trace: hasPlace && may('trace'),
    drill: hasPlace && may('trace') && may('query'),
    compliance: hasPlace && may('query'),
    drafts: may('draft') || may('release'),
    countersign: hasPlace && may('query'),
    disputes: hasPlace && may('query'),
    organisation: hasPlace,
    sites: hasPlace && may('query'),
    'master-data': hasPlace && may('query'),
    branches: may('manage'),
    partners: may('manage'),
    openings: hasPlace && may('query'),
    shares: may('manage'),
    mandates: may('manage'),
    people: may('manage'),
    roles: may('manage'),
    keys: may('manage'),
    audit: may('audit'),
    looks: may('audit'),
    exports: hasPlace && may('query') && may('audit'),
    supervision: supervises,
    readings: supervises,
    operator: may('operate'),
    packs: may('operate'),
    backup: may('operate'),
  };
  const groups: readonly Group[] = [
    {
      name: 'records',
      pages: ['record', 'orders', 'labels', 'trace', 'drill', 'compliance', 'drafts', 'countersign', 'disputes'],
    },
    {
      name: 'own',
      pages: ['organisation', 'sites', 'master-data', 'openings', 'shares', 'looks', 'exports', 'packs', 'backup'],
    },
    { name: 'access', pages: ['people', 'roles', 'keys', 'audit'] },
    {
      name: 'others',
      pages: ['partners', 'branches', 'mandates', 'supervision', 'readings', 'operator'],
      isFolded: isAlone,
    },
  ];
  return groups
    .map((group) => ({ ...group, pages: group.pages.filter((page) => open[page]) }))
    .filter(({ pages }) => pages.length > 0);
}
