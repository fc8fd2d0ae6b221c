/** A part of an export as an EPCISDocument (EPCIS 2.0 §9, JSON binding): master data in its header, events as received. */
import { type Context, expand, readContext } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import { eventText, type MergedContext, mergeContexts } from '../query/query-document.ts';
import type { Part } from './plan-part.ts';
import { type ExportedElement, elementPages, eventPages } from './read-part.ts';

/** The text in chunks, a page each. What was received decides all of it: no clock does. */
export async function* epcisPart(ctx: Ctx, part: Part): AsyncGenerator<string> {
  const merged = mergeContexts(part.contexts);
  const creationDate = (part.receivedAt ?? new Date(0)).toISOString();
  yield `{"@context":${JSON.stringify(merged.context)},"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"${creationDate}",`;
  if (part.elements.length > 0) yield* header(ctx, part, merged);
  yield '"epcisBody":{"eventList":[';
  let isFirst = true;
  for await (const page of eventPages(ctx, part.events)) {
    const texts = page.map((event) => eventText(event, merged.apart.has(event.contextId) ? event.context : undefined));
    yield `${isFirst ? '' : ','}\n${texts.join(',\n')}`;
    isFirst = false;
  }
  yield '\n]}}\n';
}

async function* header(ctx: Ctx, part: Part, { apart }: MergedContext): AsyncGenerator<string> {
  yield '"epcisHeader":{"epcisMasterData":{"vocabularyList":[';
  const contexts = new Map([...part.contexts].map(([id, text]) => [id, readContext(JSON.parse(text))]));
  let isFirst = true;
  for await (const page of elementPages(ctx, part.elements)) {
    const texts = page.map((element) =>
      vocabularyText(element, apart.has(element.contextId) ? contexts.get(element.contextId) : undefined),
    );
    yield `${isFirst ? '' : ','}\n${texts.join(',\n')}`;
    isFirst = false;
  }
  yield '\n]}},';
}

/** An element in a vocabulary of its own; where it has no context beside it, names are written out by `context`. */
function vocabularyText({ body }: ExportedElement, context?: Context): string {
  const { type, ...element }: Kept = JSON.parse(body);
  if (context === undefined) return JSON.stringify({ type, vocabularyElementList: [element] });
  const attributes = Array.isArray(element.attributes)
    ? element.attributes.map((each: { readonly id?: unknown } | null) =>
        typeof each?.id === 'string' ? { ...each, id: expand(context, each.id) } : each,
      )
    : element.attributes;
  return JSON.stringify({ type: expand(context, type), vocabularyElementList: [{ ...element, attributes }] });
}

/** As `readVocabularies` of the registry keeps it. */
interface Kept {
  readonly type: string;
  readonly id: string;
  readonly attributes?: unknown;
}
