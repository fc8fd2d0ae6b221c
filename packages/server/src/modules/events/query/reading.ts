/** What holds the facts of an event as long as it may. */
interface Holding {
  forget(): void;
}

/** How one who asks reads facts: of so many events at most they are held. */
export class Reading {
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
