/** Declarations in error (EPCIS 2.0 §7.4.1.2): who has declared which events to be wrong. */
import type { Queryable } from '../../../platform/db/index.ts';
import { contentKey } from '../keys.ts';
import type { Reading } from './reading.ts';
import {
  type DeclarationRow,
  type EventRow,
  selectByIds,
  selectDeclarations,
  selectFewDeclarations,
  selectRecords,
} from './store.ts';

type Declarable = Pick<EventRow, 'id' | 'identityKey' | 'content'>;

/**
 * The organisations that have declared an event to be in error, of these events; undefined where none of them is declared. A declaration names the identity that it
 * carries; one without eventID names the content that it repeats. Whoever has recorded an event of its own under an
 * identity declares that one, and not what others have recorded under it with other content.
 */
export async function declaredBy(
  db: Queryable,
  rows: readonly Declarable[],
  few?: readonly DeclarationRow[],
): Promise<((row: Declarable) => ReadonlySet<number>) | undefined> {
  const targets = new Set(rows.flatMap(targetsOf));
  const declarations = few?.filter(({ target }) => targets.has(target)) ?? (await selectDeclarations(db, [...targets]));
  if (declarations.length === 0) return undefined;
  const { declarers, recorded } = await recordsBeside(db, new Set(declarations.map(({ eventId }) => eventId)));
  const byTarget = new Map<string, number[]>();
  for (const { target, eventId } of declarations) {
    byTarget.set(target, [...(byTarget.get(target) ?? []), ...(declarers.get(eventId) ?? [])]);
  }
  return ({ id, identityKey, content }) => {
    const byIdentity = (byTarget.get(identityKey) ?? []).filter(
      (orgNo) => recorded.get(ownKey({ identityKey, orgNo }))?.has(id) ?? true,
    );
    return new Set([...byIdentity, ...(byTarget.get(contentKey(content)) ?? [])]);
  };
}

/** All declarations of the store are read instead of those of the events, if there are no more than these. */
const FEW = 100;

/** All of the store, read once; undefined where they are many. */
export async function fewDeclarations(db: Queryable, reading: Reading): Promise<readonly DeclarationRow[] | undefined> {
  reading.declarations ??= { few: await selectFewDeclarations(db, FEW) };
  return reading.declarations.few;
}

interface Beside {
  /** Who recorded a declaration, by its row id. */
  readonly declarers: ReadonlyMap<string, readonly number[]>;
  /** The events, other than declarations, that an organisation recorded under an identity. */
  readonly recorded: ReadonlyMap<string, ReadonlySet<string>>;
}

/** All that is recorded under the identities of these declarations. */
async function recordsBeside(db: Queryable, declarations: ReadonlySet<string>): Promise<Beside> {
  const rows = await selectByIds(db, [...declarations]);
  const identityKeys = [...new Set(rows.map(({ identityKey }) => identityKey))];
  const declarers = new Map<string, number[]>();
  const recorded = new Map<string, Set<string>>();
  for (const { identityKey, orgNo, eventId } of await selectRecords(db, identityKeys)) {
    if (declarations.has(eventId)) declarers.set(eventId, [...(declarers.get(eventId) ?? []), orgNo]);
    else {
      const key = ownKey({ identityKey, orgNo });
      recorded.set(key, (recorded.get(key) ?? new Set()).add(eventId));
    }
  }
  return { declarers, recorded };
}

function ownKey({ identityKey, orgNo }: { readonly identityKey: string; readonly orgNo: number }): string {
  return `${identityKey} ${orgNo}`;
}

function targetsOf({ identityKey, content }: Declarable): string[] {
  return [identityKey, contentKey(content)];
}
