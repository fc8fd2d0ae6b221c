import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/list-file.ts';

export const en: SameWords<typeof zh> = {
  export: 'Export',
  'export.of': 'Export “{name}” (CSV, opens in Excel)',
  running: 'Exporting; {count} rows have come',
  stop: 'Stop',
  done: 'Exported {count} rows',
  cut: 'Exported the first {count} rows, which is the most a file holds; look for less at a time',
  stopped: 'Stopped; no file was kept',
};
