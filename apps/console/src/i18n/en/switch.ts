import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/switch.ts';

export const en: SameWords<typeof zh> = {
  switch: 'Switch organisation',
  search: 'Search by name or code',
  'tie.itself': 'My organisation',
  'tie.branch': 'Branch',
  'tie.mandate': 'On its behalf',
  'tie.merged': 'Merged',
  by: 'by {name}',
  role: 'Role: {role}',
  now: 'Now',
  empty: 'No organisation was found',
  more: 'There are more: search by name or code.',
  actingFor: 'For',
  unnamed: 'Not named yet',
};
