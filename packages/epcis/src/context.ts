/**
 * JSON-LD contexts, as far as EPCIS needs them: which namespace a prefix stands for.
 *
 * EPCIS 2.0 JSON is JSON-LD whose standard fields have fixed names, so a full JSON-LD processor is
 * not needed: only prefixes and terms of user extensions have to be resolved. A context given as an
 * address is never fetched; the one address that matters, GS1's own, is built in below.
 */

/** Names known in one scope: the document, or one event of it. Build with `readContext` or `extendContext`. */
export interface Context {
  /** Prefix or term to namespace or full URI. */
  readonly names: ReadonlyMap<string, string>;
  /** JSON-LD `@vocab`: the namespace of names without a colon; absent when the document sets none. */
  readonly vocab?: string;
}

/**
 * The prefixes of `epcis-context.jsonld` (EPCIS 2.0 §10.2). That context is `@protected`, so a document
 * cannot give them another meaning.
 */
const STANDARD_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['cbv', 'https://ref.gs1.org/cbv/'],
  ['cbvmda', 'urn:epcglobal:cbv:mda:'],
  ['gs1', 'https://gs1.org/voc/'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
]);

/** What holds where a document says nothing: the standard's own prefixes. */
export const STANDARD_CONTEXT: Context = { names: STANDARD_PREFIXES };

/**
 * Reads the value of a document's `@context`: an address, a map of names, or an array of both; or the context that a
 * scanner gives with a document.
 */
export function readContext(rawContext: unknown): Context {
  return extendContext(STANDARD_CONTEXT, contextInJson(rawContext));
}

/** The `@context` of a document in JSON out of the context that a scanner gave with it in either binding. */
export function contextInJson(context: unknown): unknown {
  // Of JSON it is the `@context` itself, and there no name may be a keyword (JSON-LD 1.1 §4.1).
  if (typeof context !== 'object' || context === null || !Object.hasOwn(context, '@context')) return context;
  return '@context' in context ? context['@context'] : undefined;
}

/** The context inside an object that carries its own `@context`; `base` itself when it carries none. */
export function extendContext(base: Context, rawContext: unknown): Context {
  if (rawContext === undefined || rawContext === null || typeof rawContext === 'string') return base;
  const entries = Array.isArray(rawContext) ? rawContext : [rawContext];
  const names = new Map(base.names);
  let vocab = base.vocab;
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) continue;
    for (const [name, definition] of Object.entries(entry)) {
      const uri = definedUri(definition);
      if (name === '@vocab') vocab = uri === undefined ? undefined : expandIn(names, undefined, uri);
      else if (name.startsWith('@') || STANDARD_PREFIXES.has(name)) continue;
      else if (uri === undefined) names.delete(name);
      else names.set(name, uri);
    }
  }
  // A namespace may itself be written with a prefix of the same context, whichever stands first.
  for (const [name, uri] of names) names.set(name, expandIn(names, undefined, uri));
  return vocab === undefined ? { names } : { names, vocab };
}

/**
 * The full URI of a name or CURIE. What no prefix or term of the context explains comes back as it is,
 * also when it is a full URI already.
 */
export function expand(context: Context, nameOrCurie: string): string {
  return expandIn(context.names, context.vocab, nameOrCurie);
}

/** A name as namespace and local part; the namespace is empty for a bare name that nothing defines. */
export interface QualifiedName {
  readonly namespace: string;
  readonly local: string;
}

/**
 * Splits a key into namespace and local part. A CURIE splits at its colon, as its writer did; a full URI
 * splits after the longest namespace that the context knows, else after its last `#`, `/` or `:`.
 */
export function qualify(context: Context, key: string): QualifiedName {
  const colon = key.indexOf(':');
  if (colon < 0) {
    const term = context.names.get(key);
    if (term !== undefined) return splitUri(context, term);
    return { namespace: context.vocab ?? '', local: key };
  }
  if (!key.startsWith('//', colon + 1)) {
    const namespace = context.names.get(key.slice(0, colon));
    if (namespace !== undefined) return { namespace, local: key.slice(colon + 1) };
  }
  return splitUri(context, key);
}

function splitUri(context: Context, uri: string): QualifiedName {
  let namespace = '';
  for (const known of context.names.values()) {
    if (known.length > namespace.length && known.length < uri.length && uri.startsWith(known)) namespace = known;
  }
  if (namespace === '') {
    namespace = uri.slice(0, Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1);
  }
  return { namespace, local: uri.slice(namespace.length) };
}

/** JSON-LD 1.1 §4.1: a term is defined by a string or by an object with `@id`; null takes it away. */
function definedUri(definition: unknown): string | undefined {
  if (typeof definition === 'string') return definition;
  if (typeof definition !== 'object' || definition === null || !('@id' in definition)) return undefined;
  return typeof definition['@id'] === 'string' ? definition['@id'] : undefined;
}

function expandIn(names: ReadonlyMap<string, string>, vocab: string | undefined, name: string): string {
  const colon = name.indexOf(':');
  if (colon < 0) return names.get(name) ?? (vocab === undefined ? name : vocab + name);
  // JSON-LD 1.1 API §5.2: what continues with `//` is a full URI, whatever stands before.
  if (name.startsWith('//', colon + 1)) return name;
  const namespace = names.get(name.slice(0, colon));
  return namespace === undefined ? name : namespace + name.slice(colon + 1);
}
