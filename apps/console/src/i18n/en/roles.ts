import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/roles.ts';

export const en: SameWords<typeof zh> = {
  'role.owner': 'Owner',
  'role.administrator': 'Administrator',
  'role.recorder': 'Recorder',
  'role.drafter': 'Drafter',
  'role.releaser': 'Releaser',
  'role.auditor': 'Auditor',
  'role.viewer': 'Viewer',
  'right.query': 'See records',
  'right.trace': 'Trace where things came from and went',
  'right.capture': 'Record events',
  'right.draft': 'Draft what another releases',
  'right.release': 'Release what another drafted',
  'right.audit': 'See what was done, and by whom',
  'right.manage': 'Manage people, roles and keys',
  'right.own': 'Decide everything of the organisation, its owners too',
  'right.operate': 'Operate this system: approve and suspend organisations',
};
