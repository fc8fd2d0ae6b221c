import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/roles-page.ts';

export const en: SameWords<typeof zh> = {
  title: 'Roles',
  lead: 'A role says what a member may do. Those that are given stay as they are; make your own where you need another.',
  make: 'New role',
  own: 'Your own roles',
  'own.empty': 'There are none yet. Make one where no given role fits.',
  given: 'Given roles',
  name: 'Name',
  rights: 'Rights',
  'rights.none': 'No rights',
  members: 'Members',
  change: 'Change',
  'change.of': 'Change the role “{name}”',
  remove: 'Remove',
  'remove.of': 'Remove the role “{name}”',
  'remove.text':
    'It cannot be brought back. A role that a member or an invitation ever had stays, so that it can be told later who could do what.',
  'name.missing': 'Enter a name',
  'change.text': 'The change holds at once for every member in this role ({members} now).',
  beyond: 'You do not have the rights in grey, and so cannot give them.',
};
