import { type LeafBlock, leafVersion } from '../../integrity/index.ts';
import type { Reception } from './store.ts';

/** What the leaves of these have in common. */
export function leafBlock({ org, via, ...by }: Reception): LeafBlock {
  const viaId = via?.id ?? null;
  return { ...by, orgId: org.id, viaId, version: leafVersion({ personId: by.personId, viaId }) };
}
