/** Names of members that the standard does not define, as a page knows them: without what stands before them. */
import type { ExtensionValue } from '@suyuan/epcis';

/** Of `https://ref.gs1.org/cbv/lotNumber`, `urn:epcglobal:cbv:mda:lotNumber`, `example:lotNumber`: `lotNumber`. */
export function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
}

/**
 * A text as a page shows it: whoever looks at a pack may not even see the mask of a datum of somebody else's, so that a reference
 * to one is a row of asterisks, whatever it is of.
 */
export function shownText(text: string): string {
  return text.replace(/urn:suyuan:person-datum:[0-9a-f-]{36}/g, '****');
}

/** The members of a value by their local names; none where it is no object. */
export function membersOf(value: ExtensionValue): Readonly<Record<string, ExtensionValue>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [localName(name), member]));
}
