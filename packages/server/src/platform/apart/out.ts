/** What a piece of work writes its answer to, as fast as that is taken. */
export interface Out {
  /** Headers of the answer; before anything is written. */
  head(headers: Readonly<Record<string, string>>): void;
  /** Resolves when there is room for more. @throws HasLeft */
  write(text: string): Promise<void>;
  /** The same, and it is sent at once. */
  tell(text: string): Promise<void>;
  /** Bytes that are a chunk by themselves. @throws HasLeft */
  pass(bytes: Uint8Array): Promise<void>;
  /** Whoever asked has gone. */
  readonly hasLeft: boolean;
}

/** Whoever asked has gone: work that meets this ends, and nobody is told. */
export class HasLeft extends Error {
  override name = 'HasLeft';
}

/** Texts are sent together up to this. A row has some 300 bytes; each message between threads costs as much as writing twenty. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Where an answer goes. */
export interface Sink {
  readonly hasLeft: boolean;
  head(headers: Readonly<Record<string, string>>): void;
  send(told: string | Uint8Array): Promise<void>;
}

/** Gathers small texts. */
export function gathering(sink: Sink): { readonly out: Out; flush(): Promise<void> } {
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '') await sink.send(text);
  };
  const write = async (text: string, upTo: number): Promise<void> => {
    if (sink.hasLeft) throw new HasLeft();
    waiting += text;
    if (waiting.length >= upTo) await flush();
  };
  const out: Out = {
    head: (headers) => sink.head(headers),
    write: (text) => write(text, CHUNK_CHARACTERS),
    tell: (text) => write(text, 0),
    async pass(bytes) {
      if (sink.hasLeft) throw new HasLeft();
      await flush();
      await sink.send(bytes);
    },
    get hasLeft() {
      return sink.hasLeft;
    },
  };
  return { out, flush };
}
