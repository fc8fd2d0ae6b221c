import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/branches.ts';

export const en: SameWords<typeof zh> = {
  title: 'Branches',
  lead: 'Shops, plants and stations of the organisation. Each has people and keys of its own; the organisation sees their records and can act for them.',
  list: 'Branches',
  search: 'Search by name or code',
  empty: 'No branches found.',
  add: 'Add a branch',
  name: 'Name',
  'name.missing': 'Enter a name',
  code: 'Code',
  'code.help':
    'Unified social credit code, GLN, or another code of an organisation. Its check digits are checked. May stay empty.',
  kind: 'Kind',
  people: 'People',
  keys: 'Keys',
  recorded: 'Last recorded',
  status: 'State',
  invite: 'Invite',
  'invite.of': 'Invite somebody into “{name}”',
  'invite.person': 'Name of the person',
  'invite.person.missing': 'Enter a name',
  'invite.do': 'Make the link',
  'invite.link': 'Invitation for {person} ({name})',
  act: 'Act for it',
  'act.of': 'Act for it: {name}',
};
