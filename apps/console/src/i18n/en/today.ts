import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/today.ts';

export const en: SameWords<typeof zh> = {
  title: 'To do today',
  none: 'All is done. There is nothing to do today.',
  waiting: '{count} records are still being checked, which may add to the list.',
  late: 'Overdue',
  soon: 'Due soon',
  until: 'first by {day}',
  clock: '{name}: {count}',
  licence: 'Licences to renew: {count}',
  'licence.late': 'Licences that have ended: {count}',
  draft: 'Drafts that wait for you to release them: {count}',
  filing: '{name}: {count} records to hand in',
  receipt: '{name}: {count} handed in, without a receipt',
  finding: '{name}: {count} not as they should be',
  partner: 'Invitations that wait for your answer: {count}',
  dispute: 'Your records that others dispute: {count}',
  label: '{do}: {what}',
  'do.clock': 'Record',
  'do.licence': 'Update',
  'do.draft': 'Release',
  'do.filing': 'Hand in',
  'do.receipt': 'Note receipts',
  'do.finding': 'Correct',
  'do.partner': 'Answer',
  'do.dispute': 'Look into',
};
