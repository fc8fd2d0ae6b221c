/** What others have recorded as an EPCISDocument (EPCIS 2.0 §9, JSON binding), each event of what is open of it. */
import type { RegistryEntry } from '../../registry/index.ts';
import { besideEvents, recorderOf, STANDARD_CONTEXT } from '../query/query-document.ts';
import { textOf } from '../query/tell-others.ts';
import type { ChainPart } from './chain-part.ts';

/** The text in chunks, some events each. */
export function* chainEpcis({ events, masterData, isWhole, madeAt }: ChainPart): Generator<string> {
  const beside = besideEvents({
    recorders: events.map(({ recorder }) => recorderOf(recorder)),
    hidden: events.map(({ hidden }) => hidden),
    isWhole,
  });
  yield `{"@context":["${STANDARD_CONTEXT}"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"${madeAt.toISOString()}",${beside}`;
  if (masterData.length > 0) yield header(masterData);
  yield '"epcisBody":{"eventList":[';
  for (let from = 0; from < events.length; from += CHUNK) {
    const texts = events.slice(from, from + CHUNK).map(textOf);
    yield `${from === 0 ? '' : ','}\n${texts.join(',\n')}`;
  }
  yield '\n]}}\n';
}

const CHUNK = 200;

function header(masterData: readonly RegistryEntry[]): string {
  const vocabularyList = [...Map.groupBy(masterData, ({ type }) => type)].map(([type, entries]) => ({
    type,
    vocabularyElementList: entries.map(elementOf),
  }));
  return `"epcisHeader":${JSON.stringify({ epcisMasterData: { vocabularyList } })},`;
}

/** An attribute that was given several times is several. */
function elementOf({ code, named, children }: RegistryEntry): object {
  const attributes = Object.entries(named).flatMap(([id, value]) =>
    [value].flat().map((attribute) => ({ id, attribute })),
  );
  return { id: code, attributes, ...(children.length === 0 ? {} : { children }) };
}
