import { describe, expect, test } from 'vitest';
import { anEvent } from '../document.fixture.ts';
import { createXmlScanner, personalPlacesIn, readReceived, textWith, valueWith } from '../index.ts';

const REF = 'urn:suyuan:person-datum:7e2f3a50-0000-4000-8000-00000000b17e';
const PHONE = '13800138000';
/** The example of GB 11643-1999, of nobody. */
const NUMBER = '11010519491231002X';
const put = (): string => REF;
const AS_JSON = { context: null, binding: 'json' } as const;

describe('in JSON', () => {
  test.each([
    ['an extension', '"ex:note": "请联系 13800138000 张三"', `"ex:note": "请联系 ${REF} 张三"`],
    ['two in a text', `"ex:n":"${PHONE}/021-61234567"`, `"ex:n":"${REF}/${REF}"`],
    ['an identity number with X', `"ilmd":{"ex:farmer":"号 ${NUMBER}"}`, `"ilmd":{"ex:farmer":"号 ${REF}"}`],
    ['wide digits', '"ex:n":"电话：１３８００１３８０００。"', `"ex:n":"电话：${REF}。"`],
    ['escapes', '"ex:n":"a\\n\\u0031380013800\\u0030 \\u00e9"', `"ex:n":"a\\n${REF} \\u00e9"`],
    ['deep in lists', `"ex:a":[[{"id":["x","${PHONE}"]}]]`, `"ex:a":[[{"id":["x","${REF}"]}]]`],
    ['a sensor', `"sensorElementList":[{"sensorReport":[{"type":"t","stringValue":"${PHONE}"}]}]`, undefined],
    ['a place', `"readPoint":{"id":"urn:x:1", "ex:keeper":"${PHONE}"}`, undefined],
    ['a declaration', `"errorDeclaration":{"declarationTime":"t","ex:by":"${PHONE}"}`, undefined],
    [
      'a value object',
      `"ex:n":{"@value":"${PHONE}","@type":"${PHONE}"}`,
      `"ex:n":{"@value":"${REF}","@type":"${PHONE}"}`,
    ],
  ])('%s is moved, and every other byte stays', (_, given, wanted = given.replace(PHONE, REF)) => {
    const text = `{ "type":"ObjectEvent" ,\t${given}}`;
    const moved = textWith(text, AS_JSON, put);
    expect(moved).toBe(`{ "type":"ObjectEvent" ,\t${wanted}}`);
    expect(valueWith(JSON.parse(text), put)).toEqual(JSON.parse(moved));
    expect(personalPlacesIn(JSON.parse(text), '').length).toBe(1);
    expect(personalPlacesIn(JSON.parse(moved), '')).toEqual([]);
  });

  test.each([
    `"epcList":["${PHONE}"]`,
    `"bizTransactionList":[{"bizTransaction":"${PHONE}"}]`,
    `"quantityList":[{"epcClass":"${PHONE}","uom":"${PHONE}"}]`,
    `"readPoint":{"id":"${PHONE}"}`,
    `"ilmd":{"cbvmda:lotNumber":"${PHONE}"}`,
    `"ex:serialNumber":["${PHONE}"]`,
    `"@context":{"ex":"${PHONE}"}`,
    `"ex:n":{"@id":"${PHONE}"}`,
    `"ex:digits":${PHONE}`,
    `"ex:link":"https://id.gs1.org/01/06951181105326/21/${PHONE}"`,
  ])('a code stays: %s', (given) => {
    const text = `{"type":"ObjectEvent",${given}}`;
    expect(textWith(text, AS_JSON, put)).toBe(text);
    expect(personalPlacesIn(JSON.parse(text), '')).toEqual([]);
  });

  test('a place is told by pointer, kind and value', () => {
    expect(personalPlacesIn({ 'ex:a/b': [`电 ${PHONE}`] }, '/e/0')).toEqual([
      { pointer: '/e/0/ex:a~1b/0', found: [{ start: 2, end: 13, kind: 'phone', value: PHONE }] },
    ]);
  });
});

describe('in XML', () => {
  const documentOf = (members: string): string =>
    `<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" xmlns:ex="https://example.org/ns/" xmlns:cbvmda="urn:epcglobal:cbv:mda"
      xmlns:x="https://example.org/x/" xmlns:json="urn:suyuan:json" schemaVersion="2.0" creationDate="2026-01-01T00:00:00Z">
      <EPCISBody><EventList><ObjectEvent>${members}</ObjectEvent></EventList></EPCISBody></e:EPCISDocument>`;
  const eventOf = (members: string) => {
    const scanner = createXmlScanner();
    const [event] = scanner.push(new TextEncoder().encode(documentOf(members)));
    const { context } = scanner.end();
    if (event === undefined) throw new Error('no event');
    return { text: event.text, value: event.value, context };
  };

  test.each([
    [`<ex:note>请联系 ${PHONE} 张三</ex:note>`, undefined],
    [`<ex:note><![CDATA[电 ${PHONE}]]></ex:note>`, undefined],
    [`<ex:note>电 138<!-- x -->00138<![CDATA[000]]></ex:note>`, `<ex:note>电 ${REF}<!-- x --><![CDATA[]]></ex:note>`],
    ['<ex:note>&lt;电&gt; &#49;380013800&#x30; &amp;</ex:note>', `<ex:note>&lt;电&gt; ${REF} &amp;</ex:note>`],
    [`<ilmd><ex:farmer id='>'>${NUMBER}</ex:farmer></ilmd>`, `<ilmd><ex:farmer id='>'>${REF}</ex:farmer></ilmd>`],
    [`<ex:a by="电 ${PHONE}"/>`, undefined],
    [`<ex:a><id>1</id><id>${PHONE}</id></ex:a>`, undefined],
    [
      `<sensorElementList><sensorElement><sensorReport type="t" stringValue="${PHONE}"/></sensorElement></sensorElementList>`,
      undefined,
    ],
    [`<extension><ilmd><note xmlns="https://example.org/n/">${PHONE}</note></ilmd></extension>`, undefined],
    [`<readPoint><id>urn:x:1</id><ex:keeper>${PHONE}</ex:keeper></readPoint>`, undefined],
  ])('%s is moved, and every other character stays', (given, wanted = given.replace(PHONE, REF)) => {
    const { text, value, context } = eventOf(given);
    const moved = textWith(text, { context, binding: 'xml' }, put);
    expect(moved).toBe(text.replace(given, () => wanted));
    expect(readReceived(moved, context, 'xml')).toEqual(valueWith(value, put));
    expect(personalPlacesIn(value, '').length).toBe(1);
    expect(personalPlacesIn(readReceived(moved, context, 'xml'), '')).toEqual([]);
  });

  test.each([
    `<!-- 电 ${PHONE} -->`,
    `<?note 电 ${PHONE}?>`,
    `<epcList><epc ex:note="${PHONE}">urn:x:1</epc></epcList>`,
  ])('what is kept and says nothing is moved too: %s', (given) => {
    const { text, context } = eventOf(given);
    expect(textWith(text, { context, binding: 'xml' }, put)).toBe(text.replace(PHONE, REF));
  });

  test.each([
    `<epcList><epc>${PHONE}</epc></epcList>`,
    `<extension><quantityList><quantityElement><epcClass>${PHONE}</epcClass></quantityElement></quantityList></extension>`,
    `<bizTransactionList><bizTransaction type="t">${PHONE}</bizTransaction></bizTransactionList>`,
    `<sourceList><source type="t">${PHONE}</source></sourceList>`,
    `<ilmd><cbvmda:lotNumber>${PHONE}</cbvmda:lotNumber></ilmd>`,
    `<errorDeclaration><correctiveEventIDs><correctiveEventID>${PHONE}</correctiveEventID></correctiveEventIDs></errorDeclaration>`,
    `<persistentDisposition><set>${PHONE}</set></persistentDisposition>`,
  ])('a code stays: %s', (given) => {
    const { text, value, context } = eventOf(given);
    expect(textWith(text, { context, binding: 'xml' }, put)).toBe(text);
    expect(personalPlacesIn(value, '')).toEqual([]);
  });
});

test('an event without is as it was', () => {
  const event = anEvent();
  expect(valueWith(event, put)).toEqual(event);
});
