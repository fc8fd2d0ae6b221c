import { canonical } from '@suyuan/codes';

/** One vocabulary element of a document's header. */
export interface MasterDataElement {
  /** Canonical code of the product class, party or place. */
  readonly code: string;
  /** Vocabulary type, as given: `urn:epcglobal:epcis:vtype:EPCClass`, …. */
  readonly type: string;
  /** Attribute name, without its namespace, to value. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

const ELEMENTS_MAX = 100_000; // the scanner has already bounded the header's bytes

/** The vocabulary elements of an EPCIS header (EPCIS 2.0 §6.1.2, JSON binding); what has another shape is passed over. */
export function readMasterData(header: unknown): MasterDataElement[] {
  const elements: MasterDataElement[] = [];
  for (const vocabulary of listOf(member(member(header, 'epcisMasterData'), 'vocabularyList'))) {
    const type = member(vocabulary, 'type');
    for (const element of listOf(member(vocabulary, 'vocabularyElementList'))) {
      const id = member(element, 'id');
      if (typeof type !== 'string' || typeof id !== 'string' || elements.length === ELEMENTS_MAX) continue;
      elements.push({ code: canonical(id), type, attributes: readAttributes(listOf(member(element, 'attributes'))) });
    }
  }
  return elements;
}

function readAttributes(attributes: readonly unknown[]): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const attribute of attributes) {
    const id = member(attribute, 'id');
    if (typeof id === 'string') entries.push([localName(id), member(attribute, 'attribute')]);
  }
  return Object.fromEntries(entries);
}

/** `urn:epcglobal:cbv:mda#name`, `cbvmda:name` and `https://x/ns/name` all end in the name. */
function localName(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf(':'), id.lastIndexOf('/')) + 1);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
