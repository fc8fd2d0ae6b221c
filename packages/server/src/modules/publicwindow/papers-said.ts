/** What events say of tests and certificates, and which codes they name with it. Pure. */
import { canonical } from '@suyuan/codes';
import type { EventFacts, ExtensionValue } from '@suyuan/epcis';
import type { ReadEvent } from '../events/index.ts';
import type { RegistryEntry } from '../registry/index.ts';
import { localName, membersOf, shownText } from './extensions.ts';

/** Codes of whoever issued them, and of certificates, which master data may name. */
export function codesOfPapers(own: readonly ReadEvent[]): string[] {
  return own.filter(isSaid).flatMap(({ facts }) => [
    ...(facts.certificationInfo ?? []),
    ...reportsOf(facts).flatMap((report) => {
      const issuer = textOf(membersOf(report).laboratory);
      return issuer === undefined ? [] : [canonical(issuer)];
    }),
  ]);
}

/** Codes of whoever gave certificates, as the master data of these say. */
export function codesOfProviders(own: readonly ReadEvent[], known: ReadonlyMap<string, RegistryEntry>): string[] {
  return own
    .filter(isSaid)
    .flatMap(({ facts }) => facts.certificationInfo ?? [])
    .flatMap((id) => {
      const provider = known.get(id)?.attributes.informationProvider;
      return typeof provider === 'string' && provider !== '' ? [canonical(provider)] : [];
    });
}

/** Whether there is anything to tell, which not every page's records have. */
export function hasPapers(event: ReadEvent): boolean {
  return isSaid(event) && (event.facts.certificationInfo !== undefined || reportsOf(event.facts).length > 0);
}

/** What was declared wrong is told no more. */
export function isSaid({ declaredInError, isDeclaration }: ReadEvent): boolean {
  return !declaredInError && !isDeclaration;
}

/** One event may tell of several, in a list or under one name each. */
export function reportsOf({ extensions = [] }: EventFacts): ExtensionValue[] {
  return extensions.flatMap(([name, value]) => (localName(name) === 'testReport' ? [value].flat() : []));
}

/** A text that says something, as a page shows it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? shownText(value.trim()) : undefined;
}
