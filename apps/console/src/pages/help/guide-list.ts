/** The guides in the order of the list, for whom each is. A test holds that none is missing. */
export const GUIDE_GROUPS = {
  begin: ['start'],
  record: ['record', 'labels'],
  master: ['master-data'],
  comply: ['compliance', 'drill', 'trace-picture'],
  manage: ['organisations', 'disclosure'],
  run: ['first-start', 'backup', 'packs'],
} as const;

export type GuideGroup = keyof typeof GUIDE_GROUPS;
export type GuideName = (typeof GUIDE_GROUPS)[GuideGroup][number];

export const GROUP_NAMES: readonly GuideGroup[] = ['begin', 'record', 'master', 'comply', 'manage', 'run'];
export const GUIDE_NAMES: readonly GuideName[] = GROUP_NAMES.flatMap((group) => GUIDE_GROUPS[group]);

export function isGuideName(name: string): name is GuideName {
  return GUIDE_NAMES.some((each) => each === name);
}
