/** What a code is: the answer of `/v1/codes/parse`. Pure. */
import type { CodeAnswer, CodeReadingBody } from '@suyuan/api';
import { type CodeReading, concealed, elementsIn, equivalents, interpret } from '@suyuan/codes';

/** What the code is taken for, as pages and the command line take it (`interpret`); then all readings. */
export function readAnyCode(code: string): CodeAnswer {
  const { reading, code: text, detection } = interpret(code);
  // Of a text that may be two things, what is told is told of the first.
  const one = reading.wellFormed ? reading.canonical : text;
  const elements = elementsIn(text);
  return {
    ...withoutDetection(reading, reading),
    code: concealed(code, reading),
    equivalents: reading.wellFormed ? [one, ...equivalents(one)].filter((each) => each !== text) : [],
    ...(elements === undefined
      ? {}
      : {
          elements: elements.elements.map((each) => ({ ...each })),
          elementFaults: elements.faults.map(({ values, ...each }) => ({
            ...each,
            ...(values === undefined ? {} : { values: [...values] }),
          })),
        }),
    ambiguous: detection.ambiguous,
    readings: detection.readings.map((each) => ({
      ...withoutDetection(each, reading),
      code: concealed(each.code, reading),
      reasons: [...each.reasons],
      score: each.score,
      sure: each.sure,
    })),
  };
}

/** Of a text that is taken for the number of a person, no other reading repeats it either. */
function withoutDetection(reading: CodeReading, taken: CodeReading): CodeReadingBody {
  const { scheme, name, names, wellFormed } = reading;
  const [canonical, classOf] = [concealed(reading.canonical, taken), concealed(reading.classOf, taken)];
  const { kind, lotOf, refusal, confidence, standard, note, findings } = reading;
  const base = { scheme, name, canonical, names, parts: textParts(reading), classOf, wellFormed };
  const optional = { kind, lotOf, refusal, confidence, standard, note, findings };
  return Object.assign(base, Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)));
}

function textParts({ parts }: CodeReading): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
