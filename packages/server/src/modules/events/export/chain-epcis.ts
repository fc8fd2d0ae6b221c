/** What others have recorded as an EPCISDocument (EPCIS 2.0 §9, JSON binding), each event of what is open of it. */
import { besideEvents, recorderOf, STANDARD_CONTEXT } from '../query/query-document.ts';
import { textOf } from '../query/tell-others.ts';
import type { ChainPart } from './chain-part.ts';

/** The text in chunks, some events each. */
export function* chainEpcis({ events, isWhole, madeAt }: ChainPart): Generator<string> {
  const beside = besideEvents({
    recorders: events.map(({ recorder }) => recorderOf(recorder)),
    hidden: events.map(({ hidden }) => hidden),
    isWhole,
  });
  yield `{"@context":["${STANDARD_CONTEXT}"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"${madeAt.toISOString()}",${beside}`;
  yield '"epcisBody":{"eventList":[';
  for (let from = 0; from < events.length; from += CHUNK) {
    const texts = events.slice(from, from + CHUNK).map(textOf);
    yield `${from === 0 ? '' : ','}\n${texts.join(',\n')}`;
  }
  yield '\n]}}\n';
}

const CHUNK = 200;
