/** What the registry knows of a code. */
export interface RegistryEntry {
  readonly code: string;
  /** Full name of its vocabulary: `urn:epcglobal:epcis:vtype:EPCClass`, …. */
  readonly type: string;
  /** By the last part of their names. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** By their full names. */
  readonly named: Readonly<Record<string, unknown>>;
  /** Canonical codes of its parts. */
  readonly children: readonly string[];
}

// CBV 2.0 §9 names, in the order in which they say most to a person; a `…Zh`/`…En` twin wins for its language.
const NAMES = ['descriptionShort', 'name', 'regulatedProductName', 'tradeItemDescription', 'description'];

/** Whether the attribute, by the last part of its name, is one that things are called by. */
export function isName(attribute: string): boolean {
  return NAMES.includes(attribute.replace(/(Zh|En)$/, ''));
}

/** The name of a thing in both languages, the one standing in for the other; undefined where there is none. */
export function displayName(entry: RegistryEntry | undefined): { zh: string; en: string } | undefined {
  if (entry === undefined) return undefined;
  for (const name of NAMES) {
    const plain = text(entry.attributes[name]);
    const zh = text(entry.attributes[`${name}Zh`]) ?? plain ?? text(entry.attributes[`${name}En`]);
    const en = text(entry.attributes[`${name}En`]) ?? plain ?? zh;
    if (zh !== undefined && en !== undefined) return { zh, en };
  }
  return undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
