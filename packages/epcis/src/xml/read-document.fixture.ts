/** A document in XML as the JSON document that it stands for, its events put back into their list. */
import { createXmlScanner } from './scan.ts';

type Json = Record<string, unknown>;

/** `cut`: bytes a chunk, for what may depend on where a chunk ends. */
export function readXmlDocument(bytes: Uint8Array, cut: number = bytes.length): unknown {
  const scanner = createXmlScanner();
  const events: { readonly pointer: string; readonly value: unknown }[] = [];
  for (let at = 0; at < bytes.length; at += cut) {
    for (const { pointer, value } of scanner.push(bytes.subarray(at, at + cut))) events.push({ pointer, value });
  }
  const { envelope } = scanner.end();
  for (const { pointer, value } of events) listAt(envelope, pointer).push(value);
  return envelope;
}

function listAt(envelope: unknown, pointer: string): unknown[] {
  const list = pointer
    .split('/')
    .slice(1, -1)
    .reduce<unknown>((inner, name) => Object(inner)[name], envelope);
  if (!Array.isArray(list)) throw new TypeError(`${pointer} points at no list`);
  return list;
}

/** An event of a document of one, with what is declared for it. */
export function readXmlEvent(members: string, namespaces = ''): Json {
  const text = `<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" ${namespaces}><EPCISBody><EventList><ObjectEvent>${members}</ObjectEvent></EventList></EPCISBody></e:EPCISDocument>`;
  const [event] = createXmlScanner().push(new TextEncoder().encode(text));
  return { ...Object(event?.value) };
}
