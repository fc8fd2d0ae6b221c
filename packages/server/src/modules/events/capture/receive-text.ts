import { type ErrorBehaviour, type ReceivedDocument, receiveDocument } from './receive-document.ts';
import type { SpoolFolder } from './spool-folder.ts';

/** What a person writes by hand; whole files are captured, by whoever may. */
export const WRITTEN_BYTES_MAX = 1024 * 1024;
const LIMITS = { bytesMax: WRITTEN_BYTES_MAX, eventsMax: 10_000 };

/** A document that is at hand whole; personal data in it are moved when it is captured. The caller closes its spool. */
export async function receiveText(
  text: string,
  spoolFolder: SpoolFolder,
  errorBehaviour: ErrorBehaviour = 'rollback',
): Promise<ReceivedDocument> {
  const body = (async function* () {
    yield Buffer.from(text);
  })();
  return receiveDocument(body, { binding: 'json', errorBehaviour, personalData: 'move', spoolFolder }, LIMITS);
}
