import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/help.ts';

export const en: SameWords<typeof zh> = {
  title: 'Help',
  lead: 'How to use Suyuan, by what you want to do. “Help” beside the title of a page opens what is said of that page, and a form that is half filled in stays as it is.',
  all: 'All of the help',
  asPage: 'Open in a new tab',
  contents: 'Contents',
  search: 'Search the help',
  found: 'Found: {count}',
  'found.more': 'More than {count} found; the closest come first',
  'found.none': 'Nothing was found. Say it in another way, or with a shorter word.',
  table: 'A table that scrolls sideways',
  'program.text': 'An example for programs, which scrolls sideways',
  'unknown.title': 'There is no such guide',
  'unknown.text': 'The address may be wrong. All guides are listed under Help.',
  'group.begin': 'Begin here',
  'group.record': 'Recording and labels',
  'group.master': 'Keeping master data',
  'group.comply': 'Compliance, tracing, recalls',
  'group.manage': 'Organisation, people and rights',
  'group.run': 'Running the program',
  'of.start': 'Ten minutes from the first goods to their label and their trace.',
  'of.record':
    'How to fill in, scan, check and record each step, without a connection too, and many at once from a file.',
  'of.labels':
    'How to print labels of products, cartons and pallets, and certificates, and say what became of each label.',
  'of.master-data': 'Names and codes of products, suppliers and places: add, change, import.',
  'of.compliance': 'What is wrong with records and how to mend it; what is due, ledgers, stocks, quotas, filings.',
  'of.drill': 'Practise a recall with one lot: where it came from, who got it, and whether the amounts add up.',
  'of.trace-picture': 'How to read the picture of a trace, take it apart, save and print it.',
  'of.organisations':
    'People and roles, branches, mandates, partners, disputes, release, countersignature, keys, regulators.',
  'of.disclosure': 'What the maker, the shop, the regulator and the consumer see of one can of formula.',
  'of.first-start':
    'Start the program, add a second person, open it on a phone, and what to do when a password is forgotten.',
  'of.backup': 'How to back up, and how to restore on another machine.',
  'of.packs': 'What a category pack is, and how to look at, add and write one.',
};
