import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/exports.ts';

export const en: SameWords<typeof zh> = {
  title: 'Exports',
  lead: 'All that your organisation recorded, or what others recorded of your goods, in files that you download one by one. Each download is noted.',
  wanted: 'What to export',
  kind: 'What',
  'kind.events': 'What you recorded',
  'kind.events.means': 'all events of your organisation, and what it said of products, parties and places',
  'kind.chains': 'What others recorded',
  'kind.chains.means':
    'of where your goods came from and where they went, by others: as far as you are told of it today',
  format: 'Format',
  'format.epcis': 'EPCIS documents',
  'format.epcis.means': 'the standard, with everything in it; other systems can capture them',
  'format.xlsx': 'Excel tables',
  'format.xlsx.means': 'for reading, a row for each unit; headings are in the language of your browser',
  'count.events': 'Records of a file, at most',
  'count.chains': 'Own records that a file goes by, at most',
  'count.help': 'Choose fewer for a bad line.',
  parts: 'Files',
  'parts.empty.events': 'There are no records to export yet.',
  'parts.empty.chains': 'You have no records yet, and so no goods that others could have recorded.',
  'parts.soFar': 'Files so far: {count}; looking for the rest.',
  'parts.more': 'Files so far: {count}, and there are more.',
  'parts.all': 'Files in all: {count}.',
  'parts.text.events': 'All that was recorded until you opened this page. Download two at once at the most.',
  'parts.text.chains':
    'The goods of all that you had recorded when you opened this page; what others recorded, as it stands when you download. Download three at once at the most. A file with incomplete in its name has not all of it: choose fewer records.',
  part: 'Part',
  'part.no': 'Part {no}',
  'records.events': 'Records',
  'records.chains': 'Own records',
  file: 'File name',
  download: 'Download',
  'download.of': 'Download part {no}',
  busy: 'The server is busy, or files are being downloaded already. Try again in a while.',
  much: 'For much data',
  'much.text':
    'For many files, or to fetch regularly, there is a command: broken off, it goes on where it was; run later, it fetches what was recorded since.',
  'much.command': 'Command (on another computer, set SUYUAN_URL and SUYUAN_API_KEY first)',
  folder: 'FOLDER',
};
