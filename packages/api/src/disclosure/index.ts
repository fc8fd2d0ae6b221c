/** Elements, levels and bounds alone, for a page of a browser: no schema comes with them. */
export { CONFIDENTIAL_ABOUT_MAX, CONFIDENTIAL_DAYS_DEFAULT, CONFIDENTIAL_DAYS_MAX } from './confidential-bounds.ts';
export { DISPUTE_SUBJECTS } from './dispute-subjects.ts';
export { ELEMENT_NAMES, EVENT_ELEMENTS, type EventElement, isEventElement, type Occasion } from './elements.ts';
export { LEVEL_TEXTS, LEVELS, type Level, RANK_OF } from './levels.ts';
export {
  DATA_ELEMENT_NAMES,
  DATA_ELEMENTS,
  type DataElement,
  MASTER_ELEMENT_NAMES,
  MASTER_ELEMENTS,
  type MasterElement,
} from './master-elements.ts';
export { SHARE_DAYS_DEFAULT, SHARE_DAYS_MAX, SHARED_CODES_MAX } from './share-bounds.ts';
