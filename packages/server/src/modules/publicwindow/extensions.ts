/** Names of members that the standard does not define, as a page knows them: without what stands before them. */
import type { ExtensionValue } from '@suyuan/epcis';

/** Of `https://ref.gs1.org/cbv/lotNumber`, `urn:epcglobal:cbv:mda:lotNumber`, `example:lotNumber`: `lotNumber`. */
export function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
}

/** The members of a value by their local names; none where it is no object. */
export function membersOf(value: ExtensionValue): Readonly<Record<string, ExtensionValue>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [localName(name), member]));
}
