import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/unknown-codes.ts';

export const en: SameWords<typeof zh> = {
  title: 'Codes without master data',
  lead: 'Products, parties and sites that your records name and that are not described yet. Once they are, traces and ledgers show their names.',
  notice: 'Some codes in your records have no master data, and are shown as bare codes.',
  'notice.link': 'See codes without master data',
  code: 'Code',
  kind: 'Kind',
  events: 'How often',
  'events.count': 'Events: {count}',
  newest: 'Last seen',
  describe: 'Enter master data',
  'describe.of': 'Enter master data of {code}',
  'looked.all': 'All events that your organisation recorded were looked at: {count}.',
  'looked.some': 'The last {count} events that your organisation recorded were looked at, and none before.',
  empty: 'There are no codes without master data.',
  'empty.none': 'Your organisation has recorded no events yet.',
  'empty.kind': 'There are none of this kind.',
  'file.how':
    'To describe many at once: choose a kind, download the file that lists its codes, fill in the names, then “Import CSV” on the page of master data.',
  file: 'Download the file to fill in',
  'file.name': '{kind} without master data.csv',
};
