/** Events out of the texts that scanners gave: what is stored is the text, and all else follows from it. */
import { readEventXml } from './xml/read-event.ts';

/**
 * The JSON value of one event, the one that the scanner gave with its text.
 * @param text of a `ScannedEvent`
 * @param context of the `ScanEnd` of the same document; of JSON it is not needed
 * @throws SyntaxError where the text is none that a scanner gave
 */
export function readReceived(text: string, context: unknown, binding: 'json' | 'xml'): object {
  const value: unknown = binding === 'xml' ? readEventXml(text, context) : JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('an event is an object');
  return value;
}
