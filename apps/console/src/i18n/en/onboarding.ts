import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/onboarding.ts';

export const en: SameWords<typeof zh> = {
  title: 'Getting started',
  lead: 'After these steps your first goods have a label and can be traced at any time.',
  hide: 'Do not show again',
  done: 'Done: {step}',
  open: 'Not done yet: {step}',
  'step.categories': 'Say what you deal in',
  'step.record': 'Record the first goods',
  'step.label': 'Print a label',
  'step.trace': 'Trace',
  'next.categories': 'First say what you produce or trade in: it decides which steps are recorded.',
  'next.categories.ask':
    'Ask whoever manages your organisation to say on the page Organisation what you deal in: it decides which steps are recorded.',
  'next.record': 'Record your first goods: one usually begins with “{stage}”. A new product is typed into the form.',
  'next.label': 'Your first goods are recorded. Next, print the label that goes on them.',
  'next.trace': 'The last step: trace these goods, as whoever scans the label will.',
  'do.categories': 'Say what you deal in',
  'do.record': 'Record: {stage}',
  'do.record.other': 'Begin with another step',
  'do.label': 'Print the label',
  'do.trace': 'Trace these goods',
  'me.title': 'First steps',
  'me.text': 'The home page shows the steps of “Getting started” no more.',
  'me.show': 'Show again',
  'print.lot': 'Print lot label',
  'trace.lot': 'Trace these goods',
};
