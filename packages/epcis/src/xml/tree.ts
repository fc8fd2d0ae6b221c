/** One element of XML, with its namespaces resolved, and the names that namespaces get in JSON. */
import type { SaxesTagNS } from 'saxes';

export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

export interface XmlElement {
  readonly prefix: string;
  readonly local: string;
  /** Namespace; empty for none. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  children: XmlElement[];
  /** The character data directly inside, run together. */
  text: string;
  /** The prefixes that hold in it; absent where none was declared. */
  readonly scope: Declarations | undefined;
}

/** Prefixes that an element declares, and those around it: a list, since a map for each element would be copied. */
export interface Declarations {
  readonly outer: Declarations | undefined;
  readonly declared: Readonly<Record<string, string>>;
}

function namespaceOf(scope: Declarations | undefined, prefix: string): string | undefined {
  for (let at = scope; at !== undefined; at = at.outer)
    if (Object.hasOwn(at.declared, prefix)) return at.declared[prefix];
  return undefined;
}

/** What most elements have of attributes or of children; two lists each of their own were half of their memory. */
const NONE: never[] = [];

/** An element as its tag opens it, with nothing in it yet. */
export function openElement(tag: SaxesTagNS, outer: Declarations | undefined): XmlElement {
  const { prefix, local, uri, attributes, ns: declared } = tag;
  const scope = Object.keys(declared).length === 0 ? outer : { outer, declared };
  const given = Object.values(attributes).filter((attribute) => attribute.uri !== XMLNS);
  return { prefix, local, uri, attributes: given.length === 0 ? NONE : given, children: NONE, text: '', scope };
}

export function putInto(parent: XmlElement | undefined, child: XmlElement): void {
  if (parent === undefined) return;
  if (parent.children === NONE) parent.children = [child];
  else parent.children.push(child);
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Namespaces of EPCIS itself, whose elements are known by their local names (EPCIS 2.0 §9.5, 1.2 §9.5). */
const EPCIS_NAMESPACES =
  /^(?:urn:epcglobal:epcis(?:-query|-masterdata)?:xsd:[12]|urn:epcglobal:xsd:1|https:\/\/ref\.gs1\.org\/epcis\/?)$/;

export const isStandard = (uri: string): boolean => uri === '' || EPCIS_NAMESPACES.test(uri);

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
/** Attributes that say what an element was in JSON, where XML cannot: a list of one, a number, a null. */
export const JSON_NAMESPACE = 'urn:suyuan:json';
/** In JSON, what was an attribute of an extension element. */
export const ATTRIBUTE_NAMESPACE = 'urn:suyuan:xml:attribute:';
export const ATTRIBUTE_PREFIX = 'xmla';

/** Prefixes that the JSON context of EPCIS gives and protects, by the namespaces that XML documents write for them. */
const PROTECTED: ReadonlyMap<string, string> = new Map([
  ['urn:epcglobal:cbv:mda', 'cbvmda'],
  ['urn:epcglobal:cbv:mda:', 'cbvmda'],
  ['https://ref.gs1.org/cbv/', 'cbv'],
  ['https://gs1.org/voc/', 'gs1'],
  ['http://www.w3.org/2000/01/rdf-schema#', 'rdfs'],
  ['http://www.w3.org/2002/07/owl#', 'owl'],
  ['http://www.w3.org/2001/XMLSchema#', 'xsd'],
  ['http://purl.org/dc/terms/', 'dcterms'],
]);
const NOT_DATA = new Set([XSI, JSON_NAMESPACE, 'http://www.w3.org/2001/XMLSchema', XMLNS]);
const TAKEN = new Set([...PROTECTED.values(), 'epcis']);

const isData = (uri: string): boolean => !isStandard(uri) && !NOT_DATA.has(uri);

// What begins with `urn:` or continues with `//` is a URI, and a text with a space is none, prefix or not.
const CURIE = /^(?!urn:)([^\s:/]+):(?!\/\/)\S*$/;

/** Gives each namespace of a document one prefix, its own where nothing else has it. */
export class Prefixes {
  readonly #byUri = new Map<string, string>();
  readonly #used = new Set<string>(TAKEN);
  /** The number to try next for a prefix: from 2 on each time, one prefix in n namespaces would be asked n² times. */
  readonly #next = new Map<string, number>();

  /** @param given prefix to namespace, as `context` gave it of a document that was read */
  constructor(given: Iterable<readonly [prefix: string, uri: string]> = []) {
    for (const [prefix, uri] of given) {
      this.#byUri.set(uri, prefix);
      this.#used.add(prefix);
    }
  }

  /** Namespaces that have a name in JSON. */
  get size(): number {
    return this.#byUri.size;
  }

  /** The JSON name of something in a namespace; of EPCIS, its local name. */
  nameOf({ uri, prefix, local }: { readonly uri: string; readonly prefix: string; readonly local: string }): string {
    return isStandard(uri) ? local : `${this.#prefixOf(uri, prefix)}:${local}`;
  }

  /** A namespace that a document declares, whether or not an element is in it. */
  declare(prefix: string, uri: string): void {
    if (prefix !== '' && prefix !== 'xmlns' && prefix !== 'xml' && isData(uri)) this.#prefixOf(uri, prefix);
  }

  /**
   * A URI that may be written with a prefix, as type="example:Speed" (EPCIS 2.0 §9.5 gives such values as `xsd:anyURI`
   * and writes them so): with the prefix that the namespace in scope has in JSON. A prefix of the standard's own means
   * what the standard says, whatever a document declares, as in JSON: published documents use `gs1:` undeclared, and
   * declared as something else.
   */
  valueOf(value: string, { scope }: XmlElement): string {
    const prefix = CURIE.exec(value)?.[1];
    const uri = prefix === undefined ? undefined : namespaceOf(scope, prefix);
    if (prefix === undefined || TAKEN.has(prefix) || uri === undefined || !isData(uri)) return value;
    return this.#prefixOf(uri, prefix) + value.slice(prefix.length);
  }

  #prefixOf(uri: string, wanted: string): string {
    const known = PROTECTED.get(uri) ?? this.#byUri.get(uri);
    if (known !== undefined) return known;
    const base = wanted === '' ? 'ns' : wanted;
    let prefix = base;
    let number = this.#next.get(base) ?? 2;
    for (; this.#used.has(prefix); number += 1) prefix = `${base}${number}`;
    this.#next.set(base, number);
    this.#byUri.set(uri, prefix);
    this.#used.add(prefix);
    return prefix;
  }

  /** What the document's `@context` says beyond the standard's own. */
  context(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#byUri].map(([uri, prefix]) => [prefix, uri]));
  }
}
