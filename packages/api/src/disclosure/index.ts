/** Elements and levels alone, for a page of a browser: no schema comes with them. */
export { ELEMENT_NAMES, EVENT_ELEMENTS, type EventElement, type Occasion } from './elements.ts';
export { LEVEL_TEXTS, LEVELS, type Level, RANK_OF } from './levels.ts';
