/** What a client asks of the registry: `/v1/registry`. */
import type { OwnPicture } from './pictures/index.ts';
import { queryOf } from './query-of.ts';
import type { EntriesBody, EntryKind, SaidBody, UnknownCodesBody, UnknownKind } from './registry.ts';

export interface RegistryClient {
  /** Says things of one kind, all that a CSV file has or none. */
  sayCsv(kind: EntryKind, file: Uint8Array<ArrayBuffer>): Promise<SaidBody>;
  /** What a product of the organisation looks like, for everybody; in the place of the picture that was there. */
  setPicture(code: string, file: Uint8Array): Promise<OwnPicture>;
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
    async setPicture(code, file) {
      const bytes = btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(''));
      const body = JSON.stringify({ bytes });
      const init = { method: 'PUT', body, headers: { 'content-type': 'application/json' } };
      return (await send(`/v1/registry/entries/${encodeURIComponent(code)}/picture`, init)).json();
    },
    async entries(page) {
      return (await send(`/v1/registry/entries?${queryOf({ ...page })}`)).json();
    },
    async unknownCodes(page) {
      return (await send(`/v1/registry/unknown?${queryOf({ ...page })}`)).json();
    },
  };
}
