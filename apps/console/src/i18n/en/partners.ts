import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/partners.ts';

export const en: SameWords<typeof zh> = {
  title: 'Partners',
  lead: 'Agree with suppliers, customers and others of your chain to be partners: one invites, the other accepts, and either side ends it at any time.',
  sees: 'What partners see',
  'sees.text':
    'In a trace each side sees what the other’s records say of trade: places, parties, quantities, sensor data. Members of your own stay yours alone, and a partner neither records nor changes anything for the other.',
  waiting: 'Waiting for your answer',
  agreed: 'Partners',
  sent: 'Waiting for their answer',
  'agreed.empty':
    'No partners yet. Choose “Invite a partner” and enter the code of the other organisation; once it accepts, both sides find each other here.',
  'agreed.notFound': 'No partner was found.',
  search: 'Part of a name or code',
  organisation: 'Organisation',
  'organisation.help':
    'The code of the organisation, such as its unified social credit code, or its ID on this platform.',
  'organisation.missing': 'Enter a code or an ID',
  note: 'Note',
  'note.help': 'The other side reads it, such as: we supply the apples of your cold store. It may stay empty.',
  invite: 'Invite a partner',
  'invite.do': 'Invite',
  state: 'State',
  'state.received': 'Invited you',
  'state.given': 'Invited by you',
  'state.accepted': 'Agreed',
  'state.inactive': 'Out of use, sees nothing for now',
  since: 'Since',
  invited: 'Invited on',
  accept: 'Accept',
  'accept.of': 'Accept the invitation of “{name}”',
  'accept.text': 'Each side then sees in a trace what the other’s records say of trade. It can be ended at any time.',
  decline: 'Decline',
  'decline.of': 'Decline the invitation of “{name}”',
  'decline.text': 'The other side finds under “What happened” that you declined. It may invite you again.',
  withdraw: 'Take back',
  'withdraw.of': 'Take back the invitation to “{name}”',
  'withdraw.text': 'It can no longer be accepted. You may invite again.',
  end: 'End',
  'end.of': 'End the partnership with “{name}”',
  'end.text':
    'From this moment neither side sees the other’s trade by being a partner; of direct trade between the two each still does. What was recorded stays.',
};
