/** Reads the codes in pictures. */
export interface CodeReader {
  /** Until it can read; pictures given before wait for it. Rejects where it did not load. */
  readonly ready: Promise<void>;
  /** What the codes in the picture say, FNC1 as character 29; none where it shows none. */
  read(picture: ImageData): Promise<readonly string[]>;
  close(): void;
}

/** Told while it is loaded: how much of it is here, of 1. */
export type OnLoading = (part: number) => void;
