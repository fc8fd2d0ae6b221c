/** Of ZXing, unpacked; a browser tells only how long the packed file is, and not always that. */
export const READER_BYTES = 946_860;
