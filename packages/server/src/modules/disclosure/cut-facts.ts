/** The facts of an event, as far as a viewer may see them. */
import type { EventElement } from '@suyuan/api';
import type { EventFacts, ExtensionValue, NamedValue } from '@suyuan/epcis';
import { elementOfExtension, elementOfIlmd, lastPart } from './extension-elements.ts';
import { NO_MEMBERS } from './open-members.ts';
import type { Sight } from './sight.ts';
import type { ChainEvent } from './standing.ts';

type Draft = { -readonly [Key in keyof EventFacts]?: EventFacts[Key] };

/** The shape of the event stays: its type, its units, what it does to them. A time that is hidden is not a number. */
export function cutFacts(event: ChainEvent, sight: Sight): EventFacts {
  const { facts } = event;
  if (sight.hiddenOf(event) === undefined) return facts;
  const sees = (element: EventElement): boolean => sight.sees(event, element);
  const told: Draft = {};
  for (const [element, members] of MEMBERS) if (sees(element)) copy(told, facts, members);
  const openPart = sees('product') ? sight.openPartOf(event) : NO_MEMBERS;
  const ilmd = seen(facts.ilmd, (name, value) =>
    sees(elementOfIlmd(name)) ? value : openPart('ilmd', lastPart(name), value),
  );
  if (ilmd !== undefined) told.ilmd = ilmd;
  const extensions = seen(facts.extensions, (name, value) => {
    const element = elementOfExtension(name);
    if (sees(element)) return value;
    return element === 'other' ? openPart('event', lastPart(name), value) : undefined;
  });
  if (extensions !== undefined) told.extensions = extensions;
  return {
    ...told,
    type: facts.type,
    ...(facts.action === undefined ? {} : { action: facts.action }),
    eventTimeMs: sees('time') ? facts.eventTimeMs : Number.NaN,
    eventTimeZoneOffset: sees('time') ? facts.eventTimeZoneOffset : '',
    units: sees('quantity') ? facts.units : facts.units.map(({ code, role, isClass }) => ({ code, role, isClass })),
    sources: sees('party') ? facts.sources : [],
    destinations: sees('party') ? facts.destinations : [],
    bizTransactions: sees('document') ? facts.bizTransactions : [],
  };
}

/** Members of the facts that are an element as a whole. */
const MEMBERS: readonly (readonly [EventElement, readonly (keyof EventFacts)[]])[] = [
  ['eventID', ['eventID']],
  ['step', ['bizStep']],
  ['state', ['disposition', 'persistentDisposition']],
  ['place', ['readPoint', 'bizLocation']],
  ['product', ['lotNumber']],
  ['test', ['certificationInfo']],
  ['sensor', ['sensors']],
  ['errorWords', ['errorDeclaration']],
  ['other', ['readPointExtensions', 'bizLocationExtensions', 'transformationID']],
];

function copy(to: Draft, from: EventFacts, members: readonly (keyof EventFacts)[]): void {
  for (const member of members) if (from[member] !== undefined) Object.assign(to, { [member]: from[member] });
}

function seen(
  values: readonly NamedValue[] | undefined,
  partOf: (name: string, value: ExtensionValue) => ExtensionValue | undefined,
): readonly NamedValue[] | undefined {
  const told = (values ?? []).flatMap(([name, value]): NamedValue[] => {
    const part = partOf(name, value);
    return part === undefined ? [] : [[name, part]];
  });
  return told.length === 0 ? undefined : told;
}
