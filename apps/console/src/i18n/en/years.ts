import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/years.ts';

export const en: SameWords<typeof zh> = {
  open: 'Ledgers of two years',
  title: 'For inspection: ledgers and findings',
  lead: '{organisation}, {from} to {until} (days in China)',
  days: 'From and until',
  note: 'These are the findings that there are now; what was mended is no longer told. Months are those of the events.',
  print: 'Print',
  waiting: '{count} records are still being judged; numbers may change.',
  cut: 'The time is too long: earlier months are left out. Choose fewer days.',
  empty: 'Nothing was recorded in this time.',
  ledgers: 'Ledgers of this time',
  workbook: 'Download Excel',
  'workbook.of': 'Download Excel: {name}',
  byStage: 'By stage',
  'byStage.of': '{pack}: by stage',
  byMonth: 'By month',
  'byMonth.of': '{pack}: by month',
  stage: 'Stage',
  month: 'Month',
  records: 'Records',
  late: 'Recorded late',
};
