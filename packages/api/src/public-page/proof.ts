/** Why a page may be believed: where the record stands in the transparency log. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { MomentSchema } from './words.ts';

export const ProofSchema = Type.Object({
  logPosition: Type.Optional(Type.Integer({ minimum: 0 })),
  leafHash: Type.Optional(
    Type.String({ description: 'Hexadecimal or `ni:///` hash of the log leaf of the newest record' }),
  ),
  recordedAt: Type.Optional(MomentSchema),
});
/** `recordedAt` is when this platform received the newest record. */
export type Proof = Frozen<Type.Static<typeof ProofSchema>>;
