import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/mandates.ts';

export const en: SameWords<typeof zh> = {
  title: 'Mandates',
  lead: 'Let another organisation record and search for yours, such as a service provider, a carrier or a laboratory; or act for one that asked you to. Either side ends it at any time.',
  given: 'Given by your organisation',
  'given.empty': 'Your organisation has given none.',
  received: 'Given to your organisation',
  'received.empty': 'No organisation has given you one.',
  give: 'Give a mandate',
  'give.do': 'Give it',
  agent: 'Who acts',
  'agent.help': 'The code of the organisation, such as its unified social credit code, or its ID on this platform.',
  'agent.missing': 'Enter a code or an ID',
  principal: 'For whom',
  rights: 'What it may do',
  'rights.missing': 'Choose at least one',
  endsOn: 'Last day',
  'endsOn.help': 'It ends by itself when this day is over. Without one it lasts until somebody ends it.',
  ends: 'Until',
  'ends.never': 'Without an end',
  since: 'Since',
  end: 'End',
  'end.of': 'End the mandate with “{name}”',
  'end.text': 'Nobody acts by it from this moment. What was recorded stays.',
  act: 'Act for it',
  'act.of': 'Act for it: {name}',
};
