/** Between the API, which needs a fresh proof of who somebody is, and the dialog that asks the person for it. */

export interface ProofRequest {
  /** Whether the proof was given. Who asks while the dialog is open waits for the same answer. */
  ask(): Promise<boolean>;
  answer(isProven: boolean): void;
  isOpen(): boolean;
  /** Gives back what ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

export function createProofRequest(): ProofRequest {
  let waiting: { readonly answer: Promise<boolean>; resolve(isProven: boolean): void } | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    ask() {
      if (waiting === undefined) {
        const { promise, resolve } = Promise.withResolvers<boolean>();
        waiting = { answer: promise, resolve };
        tell();
      }
      return waiting.answer;
    },
    answer(isProven) {
      waiting?.resolve(isProven);
      waiting = undefined;
      tell();
    },
    isOpen: () => waiting !== undefined,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}
