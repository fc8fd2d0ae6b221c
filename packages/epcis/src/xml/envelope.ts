/** The document around events, from XML to JSON, its events taken out (EPCIS 2.0 §9.5). */
import { attributeOf, extensionOf, named, vocabularyFromXml } from './from-xml.ts';
import { isStandard, type Prefixes, type XmlElement } from './tree.ts';

export const JSON_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** Versions whose documents are read as EPCIS 2.0 has it; the version of any other is judged as it stands. */
const ELDER_VERSION = /^1\.[012](?:\.\d{1,4})?$/;

type Json = Record<string, unknown>;

/** undefined where the root is no document of EPCIS. */
export function envelopeFromXml(root: XmlElement, prefixes: Prefixes): Json | undefined {
  if (!isStandard(root.uri) && !root.uri.startsWith('urn:epcglobal:')) return undefined;
  const members = membersOf(root, prefixes);
  if (members === undefined) return undefined;
  const [version, created] = [attributeOf(root, 'schemaVersion'), attributeOf(root, 'creationDate')];
  const extensions = Object.fromEntries(
    root.children
      .filter(({ uri }) => !isStandard(uri))
      .map((child) => [prefixes.nameOf(child), extensionOf(child, prefixes)]),
  );
  // Read last: names are given to namespaces as they are met.
  const context = prefixes.context();
  return {
    '@context': Object.keys(context).length === 0 ? [JSON_CONTEXT] : [JSON_CONTEXT, context],
    ...members,
    ...(version === undefined ? {} : { schemaVersion: ELDER_VERSION.test(version) ? '2.0' : version }),
    ...(created === undefined ? {} : { creationDate: created }),
    ...extensions,
  };
}

function membersOf(root: XmlElement, prefixes: Prefixes): Json | undefined {
  const bodies = named(root, 'EPCISBody');
  switch (root.local) {
    case 'EPCISDocument': {
      const isEmpty = bodies.every((body) => named(body, 'EventList').length === 0);
      // Without a list the body has none in JSON either, and the validator says so.
      const body = isEmpty ? {} : { eventList: [] };
      return { type: 'EPCISDocument', ...headerOf(root, prefixes), epcisBody: bodies.length === 0 ? {} : body };
    }
    case 'EPCISMasterDataDocument': {
      const lists = bodies.flatMap((body) => named(body, 'VocabularyList'));
      const vocabularyList = lists.flatMap((list) => vocabularyFromXml(list, prefixes));
      const own = headerOf(root, prefixes).epcisHeader ?? {};
      const header = { ...own, epcisMasterData: { vocabularyList } };
      return { type: 'EPCISDocument', epcisHeader: header, epcisBody: { eventList: [] } };
    }
    case 'EPCISQueryDocument':
      return {
        type: 'EPCISQueryDocument',
        ...headerOf(root, prefixes),
        epcisBody: { queryResults: resultsOf(root, prefixes) },
      };
    default:
      return undefined;
  }
}

/** Query results, also where a document leaves the elements around them out. */
function resultsOf(root: XmlElement, prefixes: Prefixes): Json {
  const body = named(root, 'EPCISBody')[0] ?? root;
  const results = named(body, 'QueryResults')[0] ?? body;
  const [name, subscription, rows] = ['queryName', 'subscriptionID', 'resultsBody'].map(
    (local) => named(results, local)[0],
  );
  const lists = rows === undefined ? [] : named(rows, 'VocabularyList');
  return {
    queryName: name?.text.trim() ?? 'SimpleEventQuery',
    ...(subscription === undefined ? {} : { subscriptionID: subscription.text.trim() }),
    resultsBody: {
      eventList: [],
      ...(lists.length === 0 ? {} : { vocabularyList: lists.flatMap((list) => vocabularyFromXml(list, prefixes)) }),
    },
  };
}

/** Master data is read, whatever else a header holds (the Standard Business Document Header) is kept as it is. */
function headerOf(root: XmlElement, prefixes: Prefixes): { readonly epcisHeader?: Json } {
  const [header] = named(root, 'EPCISHeader');
  if (header === undefined) return {};
  const lists = named(header, 'EPCISMasterData').flatMap((data) => named(data, 'VocabularyList'));
  const others = header.children.filter(({ uri }) => !isStandard(uri));
  const kept = Object.fromEntries(others.map((child) => [prefixes.nameOf(child), extensionOf(child, prefixes)]));
  const data = lists.flatMap((list) => vocabularyFromXml(list, prefixes));
  return { epcisHeader: { ...kept, ...(lists.length === 0 ? {} : { epcisMasterData: { vocabularyList: data } }) } };
}
