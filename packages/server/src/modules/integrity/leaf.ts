/** Leaves of the log (RFC 9162 §2.1.1: SHA-256 over a zero byte and the entry), in the versions that there have been. */
import { createHash } from 'node:crypto';

/** What each record of a block has in common. */
export interface LeafBlock {
  readonly version: number;
  /** UUID of the recorder. */
  readonly orgId: string;
  readonly keyId: string | null;
  /** UUID of the person who recorded, where a person did. */
  readonly personId: string | null;
  /** UUID of the organisation by whose member or key it was recorded, where that is another one. */
  readonly viaId: string | null;
  readonly jobId: string | null;
  readonly receivedAt: Date;
  /** As what its texts are kept. */
  readonly binding: string;
  /** Id of the JSON-LD context, or of the namespaces of XML: a hash of its text. */
  readonly contextId: string;
}

/** The version of the leaves that are written now: 3 where there is more to tell of who recorded than a key of its own. */
export function leafVersion({ personId, viaId }: Pick<LeafBlock, 'personId' | 'viaId'>): 2 | 3 {
  return personId === null && viaId === null ? 2 : 3;
}

/** The leaf of one record: 32 bytes. @throws RangeError for a version that there is not */
export function leafHash(block: LeafBlock, text: string): Buffer {
  return createHash('sha256')
    .update(`\0${entryOf(block, text)}`)
    .digest();
}

function entryOf(block: LeafBlock, text: string): string {
  switch (block.version) {
    case 1:
      return versionOne(block, text);
    case 2: {
      const { orgId, keyId, jobId, receivedAt, binding, contextId } = block;
      const shared = [orgId, keyId ?? '', jobId ?? '', receivedAt.toISOString(), binding, contextId];
      return `suyuan record 2\n${shared.join('\n')}\n${text}`;
    }
    case 3: {
      const { orgId, keyId, personId, viaId, jobId, receivedAt, binding, contextId } = block;
      const by = [orgId, keyId ?? '', personId ?? '', viaId ?? '', jobId ?? ''];
      return `suyuan record 3\n${[...by, receivedAt.toISOString(), binding, contextId].join('\n')}\n${text}`;
    }
    default:
      throw new RangeError(`no leaf has the version ${block.version}`);
  }
}

/**
 * Before records had an organisation: identity, time, context, body. What was kept of such a record is its identity,
 * a line break, and its body.
 */
function versionOne({ receivedAt, contextId }: LeafBlock, text: string): string {
  const { identity, body } = ofVersionOne(text);
  return `${identity}\n${receivedAt.toISOString()}\n${contextId}\n${body}`;
}

/** The parts of what is kept of a record of version 1. An identity has no line break: it is a URI. */
export function ofVersionOne(text: string): { readonly identity: string; readonly body: string } {
  const end = text.indexOf('\n');
  return { identity: text.slice(0, end), body: text.slice(end + 1) };
}
