/** `/v1/reach`: how phones of the local network reach the server. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { TimeSchema } from './session.ts';

const AuthoritySchema = Type.Object({
  sha256: Type.String({ description: 'Fingerprint of the certificate at `/ca.crt`: SHA-256, `AB:CD:…`' }),
  expiresAt: TimeSchema,
});

export const ReachSchema = Type.Object({
  isOpen: Type.Boolean({ description: 'Whether the server is opened to the local network at all' }),
  addresses: Type.Array(Type.String(), { description: 'Origins, the best first' }),
  authority: Type.Union([AuthoritySchema, Type.Null()], {
    description: 'What a phone is to trust first; null where it knows who signed the certificate',
  }),
});
export type ReachBody = Frozen<Type.Static<typeof ReachSchema>>;
