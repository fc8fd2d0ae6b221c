/** Content types as nobody writes them: the body is read and judged as by the plain type, or not read at all. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEvent, documentOf, objectEvent } from './documents.ts';
import { rawRequest } from './raw-request.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Types as header lines; the answer to a sound JSON document in capture, where it has one. */
const ODD: readonly (readonly [name: string, lines: readonly string[], sound: 'read' | 'refused'])[] = [
  ['the plain type', ['content-type: application/json'], 'read'],
  ['a tab before the semicolon', ['content-type: application/json\t; charset=utf-8'], 'read'],
  ['a tab behind', ['content-type: application/json\t'], 'read'],
  ['a leading space', ['content-type:  application/json'], 'read'],
  ['a leading tab', ['content-type:\tapplication/json'], 'read'],
  ['a semicolon behind', ['content-type: application/json;'], 'read'],
  ['semicolons behind', ['content-type: application/json;;;'], 'read'],
  ['a broken parameter', ['content-type: application/json; charset'], 'read'],
  ['another charset', ['content-type: application/json; charset=utf-16'], 'read'],
  ['capital letters', ['content-type: APPLICATION/LD+JSON'], 'read'],
  ['a profile', ['content-type: application/ld+json; profile="https://example.com/;x"'], 'read'],
  ['a parameter that is a type', ['content-type: application/json; application/xml'], 'read'],
  ['a parameter with a type', ['content-type: application/json; x="text/xml"'], 'read'],
  ['text behind', ['content-type: application/json x'], 'refused'],
  ['a comma behind', ['content-type: application/json,'], 'refused'],
  ['two types', ['content-type: application/json, application/xml'], 'refused'],
  ['a longer type', ['content-type: application/jsonx'], 'refused'],
  ['a type in front', ['content-type: xapplication/json'], 'refused'],
  ['a type around', ['content-type: text/plain; x=application/json'], 'refused'],
  ['a suffix', ['content-type: application/problem+json'], 'refused'],
  ['a no-break space behind', ['content-type: application/json\xa0'], 'read'],
  ['a space inside', ['content-type: application /json'], 'refused'],
  ['a space behind the slash', ['content-type: application/ json'], 'refused'],
  ['no subtype', ['content-type: application/'], 'refused'],
  ['no type', ['content-type: /json'], 'refused'],
  ['a word', ['content-type: json'], 'refused'],
  ['a star', ['content-type: */*'], 'refused'],
  ['an empty type', ['content-type:'], 'refused'],
  ['a semicolon alone', ['content-type: ;'], 'refused'],
  ['undefined', ['content-type: undefined'], 'refused'],
  ['no header', [], 'refused'],
  ['the header twice', ['content-type: application/json', 'content-type: application/json'], 'refused'],
  ['the header twice, another first', ['content-type: text/plain', 'Content-Type: application/json'], 'refused'],
  ['the header twice, another last', ['content-type: application/json', 'content-type: text/xml'], 'refused'],
  ['a name of the language', ['content-type: __proto__/constructor'], 'refused'],
  ['XML with a space', ['content-type: text/xml ;'], 'refused'],
  ['XML', ['content-type: application/xml'], 'refused'],
  ['plain text', ['content-type: text/plain'], 'refused'],
];

async function post(path: string, lines: readonly string[], body: string) {
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    `authorization: Bearer ${server.key}`,
    'connection: close',
    `content-length: ${Buffer.byteLength(body, 'latin1')}`,
    ...lines,
  ];
  return rawRequest(server.url, `${head.join('\r\n')}\r\n\r\n${body}`);
}

async function count(): Promise<number> {
  const { rows } = await server.database.db.query<{ n: number }>('select count(*)::int as n from events.event');
  return rows[0]?.n ?? -1;
}

/** Each breaks one rule that only the validator knows. */
const BROKEN = [
  { action: undefined },
  { type: 'ObjektEvent' },
  { eventTime: '2026-02-30T00:00:00Z' },
  { bizStep: 'shipped' },
];

test.each(ODD)('with %s nothing invalid is taken', async (_name, lines) => {
  const before = await count();
  for (const members of BROKEN) {
    const event = objectEvent(members);
    for (const [path, body] of [
      ['/epcis/capture', documentOf([event])],
      ['/epcis/capture', documentOf([objectEvent()], { schemaVersion: '9' })],
      ['/epcis/capture', '{}'],
      ['/epcis/capture', ''],
      ['/epcis/events', bareEvent(event)],
      ['/epcis/events', '{}'],
      ['/epcis/events', ''],
    ] as const) {
      const { status, headers, body: text } = await post(path, lines, body);
      expect([path, body, status]).toEqual([path, body, expect.toBeOneOf([400, 415])]);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(JSON.parse(text).status).toBe(status);
    }
  }
  expect(await count()).toBe(before);
});

test.each(ODD)('with %s what is sound is read as by the plain type, or refused', async (_name, lines, sound) => {
  const captured = await post('/epcis/capture', lines, documentOf([objectEvent()]));
  const single = await post('/epcis/events', lines, bareEvent(objectEvent()));
  const isXml = lines.some((line) => /: (text|application)\/xml/.test(line)) && lines.length === 1;
  if (sound === 'read') expect([captured.status, single.status]).toEqual([202, 201]);
  // Read as XML, a JSON document is none.
  else expect([captured.status, single.status]).toEqual([isXml ? 400 : 415, 415]);
});
