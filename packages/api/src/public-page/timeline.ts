/** The events behind a code, as a person reads them. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { TraceUnitRoleSchema } from '../trace.ts';
import { PartySchema } from './goods.ts';
import { MomentSchema, NameSchema, OffsetSchema, TextSchema } from './words.ts';

export const TimelineEventSchema = Type.Object({
  eventID: Type.String(),
  time: MomentSchema,
  timeZoneOffset: OffsetSchema,
  step: TextSchema,
  place: Type.Optional(Type.Object({ code: Type.String(), name: Type.Optional(NameSchema) })),
  party: Type.Optional(PartySchema),
  unitRole: TraceUnitRoleSchema,
  note: Type.Optional(
    Type.String({ description: 'In the language of the page, for example the highest temperature, the quantity' }),
  ),
  declaredInError: Type.Optional(Type.Boolean()),
  disputed: Type.Optional(
    Type.Boolean({ description: 'Declared wrong, and not by all who recorded it: it counts as before' }),
  ),
});
/** `unitRole` is what the event was about, seen from the code asked about. */
export type TimelineEvent = Frozen<Type.Static<typeof TimelineEventSchema>>;
