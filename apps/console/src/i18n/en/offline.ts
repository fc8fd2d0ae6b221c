import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/offline.ts';

export const en: SameWords<typeof zh> = {
  down: 'There is no connection. Go on filling in and recording: it is kept on this device and sent when the connection is back.',
  waiting: 'Waiting to be recorded: {count}.',
  sending: 'Recording what was filled in without a connection: {count} …',
  stopped: 'Filled in without a connection and not recorded, for you to look at: {count}.',
  look: 'Look',
  sent: 'Recorded, of what was filled in without a connection: {count}',
  'clock.fast': 'The clock of this device is about {minutes} minutes fast; times are filled in by the server’s.',
  'clock.slow': 'The clock of this device is about {minutes} minutes slow; times are filled in by the server’s.',
  'record.later': 'Record when connected',
  'record.later.what':
    'There is no connection, so it cannot be checked now. It is checked and recorded when the connection is back; what is wrong stays for you to mend.',
  'record.later.done': 'Kept on this device, recorded when the connection is back',
  'record.later.failed': 'This browser keeps nothing. Leave this page open and record when the connection is back',
  'held.title': 'This one waits for a connection to be recorded',
  'held.text': 'If you change it, record it once more when it is right.',
  'stop.conflict': 'Somebody else changed it too: open it and choose which to keep',
  'stop.told': 'The check found something: open it and mend what it says',
  'stop.refused': 'Not recorded: {title}',
  'queue.title': 'To be recorded when connected',
  'queue.what':
    'What was filled in and wanted recorded without a connection, kept on this device. It stays when you sign out, and is sent when the same person signs in.',
  'queue.name': 'Name',
  'queue.at': 'Filled in',
  'queue.state': 'State',
  'queue.waiting': 'Waits for a connection',
};
