/**
 * The characters of the events of a document as they stood in it. The parser hands over what it read, not the text that
 * it read it from, so that the text is kept beside it: from where the parser last handed something over, and while an
 * event is open, all of it.
 */
import { createByteBuffer } from '../json-bytes.ts';

/** Positions are counted in characters (UTF-16 units) from the beginning of the document, as the parser counts them. */
export interface EventText {
  /** UTF-8 bytes of the event that is open, up to the last `settle`. */
  readonly bytes: number;
  /** What the parser reads next; never the first half of a pair of surrogates alone. */
  write(piece: string): void;
  /** An event opens with the tag that ends at this position. */
  open(tagEnd: number): void;
  /** The event that is open ends at this position; its UTF-8 bytes, valid until the next event opens. */
  close(end: number): Uint8Array;
  /** The parser has read what it was given, and handed over what stands before this position. */
  settle(handedAt: number): void;
}

export function createEventText(): EventText {
  const encoder = new TextEncoder();
  const kept = createByteBuffer();
  let window = '';
  let windowAt = 0;
  let isOpen = false;

  function drop(until: number): void {
    window = window.slice(until - windowAt);
    windowAt = until;
  }

  return {
    get bytes() {
      return kept.length;
    },
    write(piece) {
      window += piece;
    },
    open(tagEnd) {
      // A tag holds no `<` but its own: in the value of an attribute it is an error (XML 1.0 §3.1).
      drop(windowAt + window.lastIndexOf('<', tagEnd - windowAt - 1));
      kept.clear();
      isOpen = true;
    },
    close(end) {
      kept.append(encoder.encode(window.slice(0, end - windowAt)));
      drop(end);
      isOpen = false;
      return kept.view();
    },
    settle(handedAt) {
      if (isOpen) {
        kept.append(encoder.encode(window));
        drop(windowAt + window.length);
        // A text is handed over when the `<` after it has been read, which may open the next event.
      } else if (handedAt - 1 > windowAt) drop(handedAt - 1);
    },
  };
}
