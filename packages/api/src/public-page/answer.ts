/** What the public window answers a program, `Accept: application/json`: what the page says, and how complete the trace is. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { TraceCompletenessSchema } from '../trace.ts';
import { HeldCodeSchema, UnknownCodeSchema } from './page.ts';

const completeness = Type.Optional(TraceCompletenessSchema);

export const PublicAnswerSchema = Type.Union([
  Type.Object({ ...HeldCodeSchema.properties, completeness }, { additionalProperties: false }),
  Type.Object({ ...UnknownCodeSchema.properties, completeness }, { additionalProperties: false }),
]);
/** `completeness` is absent where no event names the code. */
export type PublicAnswer = Frozen<Type.Static<typeof PublicAnswerSchema>>;
