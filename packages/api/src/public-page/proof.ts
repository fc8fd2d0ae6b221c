/** Why a page may be believed: where the record stands in the transparency log, and how often the code was asked about. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { MomentSchema, NameSchema, OffsetSchema } from './words.ts';

export const ProofSchema = Type.Object({
  logPosition: Type.Optional(Type.Integer({ minimum: 0 })),
  leafHash: Type.Optional(
    Type.String({ description: 'Hexadecimal or `ni:///` hash of the log leaf of the newest record' }),
  ),
  recordedAt: Type.Optional(MomentSchema),
});
/** `recordedAt` is when this platform received the newest record. */
export type Proof = Frozen<Type.Static<typeof ProofSchema>>;

export const ScansSchema = Type.Object(
  {
    count: Type.Integer({ minimum: 0 }),
    firstTime: Type.Optional(MomentSchema),
    timeZoneOffset: Type.Optional(OffsetSchema),
    firstPlace: Type.Optional(NameSchema),
  },
  { description: 'How often this code was asked about. A copied code shows by it: a trace code is no secret' },
);
/** `firstPlace` is coarse: a city, never finer. */
export type Scans = Frozen<Type.Static<typeof ScansSchema>>;
