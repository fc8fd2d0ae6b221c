/** What a client asks of the registry: `/v1/registry`. */
import { queryOf } from './query-of.ts';
import type { EntriesBody, EntryKind, SaidBody, UnknownCodesBody, UnknownKind } from './registry.ts';

export interface RegistryClient {
  /** Says things of one kind, all that a CSV file has or none. */
  sayCsv(kind: EntryKind, file: Uint8Array<ArrayBuffer>): Promise<SaidBody>;
  /** What the organisation says of its things. */
  entries(page: Page<EntryKind>): Promise<EntriesBody>;
  /** Codes that its events name and that nothing is known of. */
  unknownCodes(page: Page<UnknownKind>): Promise<UnknownCodesBody>;
}

/** `after` is `next` of the page before. */
interface Page<Kind> {
  readonly kind?: Kind | undefined;
  readonly after?: string | undefined;
  /** At most 500. */
  readonly limit: number;
}

export function registryClient(send: (path: string, init?: RequestInit) => Promise<Response>): RegistryClient {
  return {
    async sayCsv(kind, file) {
      const init = { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } };
      return (await send(`/v1/registry/csv?kind=${kind}`, init)).json();
    },
    async entries(page) {
      return (await send(`/v1/registry/entries?${queryOf({ ...page })}`)).json();
    },
    async unknownCodes(page) {
      return (await send(`/v1/registry/unknown?${queryOf({ ...page })}`)).json();
    },
  };
}
