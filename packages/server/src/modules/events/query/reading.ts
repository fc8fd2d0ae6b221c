import type { DeclarationRow } from './store.ts';

/** What holds the facts of an event as long as it may. */
interface Holding {
  forget(): void;
}

/** What one who reads in one state of the store holds from read to read: of so many events at most their facts. */
export class Reading {
  /** All declarations in error of the store, once they were read, where they are few. */
  declarations: { readonly few: readonly DeclarationRow[] | undefined } | undefined;
  readonly #max: number;
  readonly #held: Holding[] = [];
  #oldest = 0;

  /** @param max events whose facts are held; those of others are read from their bytes each time (2 to 3 µs) */
  constructor(max = Number.POSITIVE_INFINITY) {
    this.#max = max;
  }

  keep(event: Holding): void {
    if (this.#max === Number.POSITIVE_INFINITY) return;
    this.#held[this.#oldest]?.forget();
    this.#held[this.#oldest] = event;
    this.#oldest = (this.#oldest + 1) % this.#max;
  }
}
