/** Events and documents for tests: sound as they are, so that a test shows only what matters to it. */
import { createDocumentScanner, createXmlScanner, looksLikeXml, ScanFault } from './index.ts';
import type { Finding } from './model.ts';
import { validateEnvelope, validateEvent } from './validate.ts';

export type Members = Readonly<Record<string, unknown>>;

export const EPC = 'urn:epc:id:sgtin:0614141.107346.2018';
export const SSCC = 'urn:epc:id:sscc:0614141.1234567890';
export const CLASS = 'urn:epc:class:lgtin:4012345.012345.998877';

const WHEN = { eventTime: '2026-03-05T08:30:00+08:00', eventTimeZoneOffset: '+08:00' };

const EVENTS: Readonly<Record<string, Members>> = {
  ObjectEvent: { action: 'OBSERVE', epcList: [EPC] },
  AggregationEvent: { action: 'ADD', parentID: SSCC, childEPCs: [EPC] },
  TransactionEvent: { action: 'ADD', bizTransactionList: [{ bizTransaction: 'urn:example:po:1' }], epcList: [EPC] },
  TransformationEvent: { inputQuantityList: [{ epcClass: CLASS, quantity: 2, uom: 'KGM' }], outputEPCList: [EPC] },
  AssociationEvent: { action: 'ADD', parentID: 'urn:epc:id:grai:4012345.55555.987', childEPCs: [EPC] },
};

/** A sound event of this type with these members; a member that is undefined is left out. */
export function anEvent(type = 'ObjectEvent', members: Members = {}): Record<string, unknown> {
  const all = { type, ...WHEN, ...EVENTS[type], ...members };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A document with these events; `members` come after its own. */
export function aDocument(events: readonly unknown[], members: Members = {}): Record<string, unknown> {
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
      { ex: 'https://example.com/ns/', 厂: 'https://example.cn/ns/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-05T09:00:00+08:00',
    epcisBody: { eventList: events },
    ...members,
  };
}

/** All that is found in a document, as capture finds it. */
export function documentFindings(bytes: Uint8Array): Finding[] {
  const findings: Finding[] = [];
  try {
    const scanner = looksLikeXml(bytes) ? createXmlScanner() : createDocumentScanner();
    for (const { index, pointer, text, value, faults } of scanner.push(bytes)) {
      findings.push(
        ...(faults.length > 0
          ? faults
          : validateEvent(value, { eventIndex: index, pointer, text, binding: scanner.binding })),
      );
    }
    const { envelope, text, faults } = scanner.end();
    findings.push(...faults, ...validateEnvelope(envelope, text));
  } catch (error) {
    if (!(error instanceof ScanFault)) throw error;
    findings.push(error.finding);
  }
  return findings;
}
