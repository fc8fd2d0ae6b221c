/** The bytes of records as they came. */
import { type Binding, contextInJson, readReceived } from '@suyuan/epcis';
import type { Queryable } from '../../../platform/db/index.ts';
import { ofVersionOne } from '../../integrity/index.ts';
import { unpackTexts } from '../blocks.ts';
import { BINDING_NUMBERS } from '../roles.ts';
import { type ReceivedRow, type RecordRow, selectOwnContexts, selectReceived } from './store.ts';

/** A record as it is shown: in JSON, whatever it came in. */
export interface Received {
  /** As received; of XML, what it says in JSON. */
  readonly body: string;
  readonly receivedAt: Date;
  readonly orgNo: number;
  readonly contextId: string;
  /** The `@context` in JSON, as text. */
  readonly context: string;
}

/** What was received for these records, in their order. */
export async function readReceivedOf(
  db: Queryable,
  records: readonly Pick<RecordRow, 'block' | 'place'>[],
): Promise<Received[]> {
  const blocks = await selectReceived(db, [...new Set(records.map(({ block }) => block))]);
  const contexts = await selectOwnContexts(db, [...new Set(blocks.map(({ contextId }) => contextId))]);
  const open = new Map(blocks.map((row) => [row.block, openBlock(row, contexts.get(row.contextId) ?? 'null')]));
  return records.map(({ block, place }) => {
    const found = open.get(block)?.(place);
    if (found === undefined) throw new Error(`block ${block} of what was received has no place ${place}`);
    return found;
  });
}

function openBlock(row: ReceivedRow, contextText: string): (place: number) => Received | undefined {
  const texts = textsAndBodies(row);
  const context: unknown = JSON.parse(contextText);
  const binding = bindingOf(row);
  const { receivedAt, orgNo, contextId } = row;
  const shared = { receivedAt, orgNo, contextId, context: jsonContext(context) };
  return (place) => {
    const text = texts[place]?.body;
    if (text === undefined) return undefined;
    return { ...shared, body: binding === 'xml' ? JSON.stringify(readReceived(text, context, binding)) : text };
  };
}

/** The `@context` in JSON, as text, of the context that is kept of a document in either binding. */
export function jsonContext(context: unknown): string {
  return JSON.stringify(contextInJson(context) ?? null);
}

/** A text of a block: all that is kept of it, and of that what came. */
export interface KeptText {
  readonly kept: string;
  readonly body: string;
}

export function textsAndBodies({ packed, leafVersion }: Pick<ReceivedRow, 'packed' | 'leafVersion'>): KeptText[] {
  return unpackTexts(packed).map((kept) => ({ kept, body: leafVersion === 1 ? ofVersionOne(kept).body : kept }));
}

/** Whether a block holds events, and not elements of a vocabulary. */
export function isOfEvents({ binding }: Pick<ReceivedRow, 'binding'>): boolean {
  return binding !== BINDING_NUMBERS.vocabulary;
}

export function bindingOf({ binding }: Pick<ReceivedRow, 'binding'>): Binding {
  return binding === BINDING_NUMBERS.xml ? 'xml' : 'json';
}
