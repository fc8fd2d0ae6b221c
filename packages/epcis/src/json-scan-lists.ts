/** Where in a document its events stand (EPCIS 2.0 §9.1 and §9.3, JSON binding). */

export interface EventList {
  readonly names: readonly string[];
  readonly pointer: string;
}

const LISTS: readonly EventList[] = [
  ['epcisBody', 'eventList'],
  ['epcisBody', 'queryResults', 'resultsBody', 'eventList'],
].map((names) => ({ names, pointer: `/${names.join('/')}` }));

/** The list that an array opens, given the names of the objects around it by depth (1 is the root object's). */
export function listAt(names: readonly (string | undefined)[], depth: number): EventList | undefined {
  return LISTS.find((list) => list.names.length === depth && list.names.every((name, i) => names[i + 1] === name));
}
