/** A document of any size, written as it is sent. */
import { request } from 'node:http';

const BLOCK_EVENTS = 200;

/** Sends a document of about this many bytes, events first and `@context` last; resolves to status and event count. */
export function sendLargeDocument(
  url: string,
  key: string,
  bytes: number,
): Promise<{ status: number; events: number }> {
  return new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const call = request(`${url}/epcis/capture`, { method: 'POST', headers });
    let events = 0;
    call.on('error', fail);
    call.on('response', (response) => {
      response.resume();
      done({ status: response.statusCode ?? 0, events });
    });
    let sent = 0;
    const more = (): void => {
      while (sent < bytes) {
        const block = Array.from({ length: BLOCK_EVENTS }, (_, i) => eventNumber(events + i)).join(',');
        const text = events === 0 ? `{"epcisBody":{"eventList":[${block}` : `,${block}`;
        events += BLOCK_EVENTS;
        sent += text.length;
        if (!call.write(text)) {
          call.once('drain', more);
          return;
        }
      }
      call.end(`]},${TAIL}`);
    };
    more();
  });
}

const TAIL = JSON.stringify({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ex: 'https://example.org/ns/' }],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-01-01T00:00:00Z',
}).slice(1);

function eventNumber(number: number): string {
  return JSON.stringify({
    type: 'ObjectEvent',
    eventTime: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    eventTimeZoneOffset: '+08:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    epcList: [`https://id.gs1.org/01/10614141073464/21/L${number}`],
    'ex:note': '说明'.repeat(300),
  });
}
