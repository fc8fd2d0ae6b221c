/** A backup by hand: `/v1/operator/backup`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { TimeSchema } from './session.ts';

/** Characters of the passphrase of a new backup; it is all that keeps the file shut. */
export const PASSPHRASE_LENGTH_MIN = 8;

export const BackupStateSchema = Type.Object({
  isOffered: Type.Boolean({
    description:
      'Not where the database is a server of its own: there `suyuan backup` and the means of that server serve',
  }),
  lastAt: Type.Union([TimeSchema, Type.Null()], {
    description: 'When one was last sent whole to who asked for it here',
  }),
});
export type BackupState = Frozen<Type.Static<typeof BackupStateSchema>>;

export const MakeBackupSchema = Type.Object(
  {
    passphrase: Type.String({
      minLength: PASSPHRASE_LENGTH_MIN,
      maxLength: 1_000,
      description: 'Nobody opens the file without it',
    }),
  },
  { additionalProperties: false },
);
