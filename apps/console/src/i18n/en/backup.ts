import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/backup.ts';

export const en: SameWords<typeof zh> = {
  title: 'Backup',
  lead: 'All data in one encrypted file, which your browser saves where you want it. Work goes on meanwhile.',
  last: 'Last made here: ',
  'last.never': 'None was made here yet.',
  passphrase: 'Passphrase of the backup',
  'passphrase.help':
    'At least 8 characters, other than your password. Restoring asks for it: if it is lost, nobody opens the backup.',
  'passphrase.short': 'At least 8 characters',
  again: 'Once more',
  'again.differs': 'The two are not the same',
  make: 'Back up now',
  making: 'Backing up, {size} received. Do not close this page.',
  stop: 'Stop',
  made: 'Saved {name} ({size})',
  'made.what':
    'Copy the file to another place, such as a disk in another building, and keep the passphrase apart. Try to restore it once a month.',
  restore: 'How to restore',
  'restore.command': 'Command (FILE is the file of the backup)',
  'restore.text':
    'Run this with a new data directory, then start the server on it. Only an empty installation is restored into, and every entry is held against the log.',
  named:
    'This installation has a database server of its own. Run suyuan backup there, or use the means of that server.',
  reminder: 'The last backup was made {days} days ago.',
  'reminder.link': 'Back up',
};
