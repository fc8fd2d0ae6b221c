/** One event of XML, read again out of the text that the scanner gave and the context of its document. */
import { SaxesParser } from 'saxes';
import { eventFromXml } from './from-xml.ts';
import { readScope, textsOf } from './scope.ts';
import { openElement, Prefixes, putInto, type XmlElement } from './tree.ts';

/**
 * @param text of a `ScannedEvent`
 * @param context an `XmlContext`, the one of the same document
 * @throws SyntaxError where the text is none that the scanner gave
 */
export function readEventXml(text: string, context: unknown): object {
  const { '@context': names, xmlns, xml } = membersOf(context);
  const { element, scope } = readScope(text, xmlns);
  return eventFromXml(treeOf(element, { scope, version: xml === '1.1' ? '1.1' : '1.0' }), prefixesOf(names));
}

function membersOf(context: unknown): Readonly<Record<string, unknown>> {
  return typeof context === 'object' && context !== null ? { ...context } : {};
}

/** The names that the document gave to namespaces: the maps of its `@context`. */
function prefixesOf(names: unknown): Prefixes {
  return new Prefixes(Array.isArray(names) ? names.flatMap(textsOf) : []);
}

interface Around {
  readonly scope: ReadonlyMap<string, string>;
  readonly version: '1.0' | '1.1';
}

/** The element of a text, which the scanner has found sound and within its bounds. */
function treeOf(text: string, { scope, version }: Around): XmlElement {
  const around = { outer: undefined, declared: Object.fromEntries(scope) };
  const parser = new SaxesParser({
    xmlns: true,
    fragment: true,
    additionalNamespaces: around.declared,
    defaultXMLVersion: version,
  });
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  const addText = (more: string): void => {
    const element = stack.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on('error', (error) => {
    throw new SyntaxError('the text of an event is no XML', { cause: error });
  });
  parser.on('opentag', (tag) => {
    const element = openElement(tag, stack.at(-1)?.scope ?? around);
    putInto(stack.at(-1), element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (root === undefined) throw new SyntaxError('the text of an event has no element');
  return root;
}
