/** Reads the codes in pictures. */
export interface CodeReader {
  /** What the codes in the picture say, FNC1 as character 29; none where it shows none. */
  read(picture: ImageData): Promise<readonly string[]>;
  close(): void;
}
