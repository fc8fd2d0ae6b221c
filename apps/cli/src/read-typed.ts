import { type CodeReading, type Detection, detect, readCode } from '@suyuan/codes';

export interface TypedCode {
  /** What it is taken for. */
  readonly reading: CodeReading;
  /** All that it may be. */
  readonly detection: Detection;
}

/** What a code on the command line is: as it stands where a scheme knows it so, else the likeliest of all it may be. */
export function readTyped(code: string): TypedCode {
  const detection = detect(code);
  const asItStands = readCode(code);
  const [likeliest] = detection.readings;
  return { reading: asItStands.scheme === 'unknown' && likeliest !== undefined ? likeliest : asItStands, detection };
}
