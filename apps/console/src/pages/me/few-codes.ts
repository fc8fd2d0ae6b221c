/** Fewer recovery codes than this are warned of: one may be mistyped, one be used, and none be left. */
export const FEW_CODES = 3;
