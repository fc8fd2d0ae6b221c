/** Tests and certificates that the records of a code speak of, each with who issued it and where its document is. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { NameSchema, TextSchema } from './words.ts';

export const PaperSchema = Type.Object({
  as: Type.Enum(['test', 'certificate']),
  name: Type.Optional(
    Type.Object(NameSchema.properties, { description: 'What was tested, or what the certificate is called' }),
  ),
  result: Type.Optional(
    Type.String({
      description: 'As it was recorded; on an English page in English where that is recorded or usual',
    }),
  ),
  found: Type.Optional(TextSchema),
  status: Type.Optional(
    Type.Enum(['good', 'bad'], { description: 'Absent where it is nothing to judge by, as on a page that warns' }),
  ),
  issuer: Type.Optional(
    Type.Object(NameSchema.properties, { description: 'Absent where the records do not say who issued it' }),
  ),
  isByMaker: Type.Optional(Type.Boolean({ description: 'Whoever made the goods issued it' })),
  number: Type.Optional(Type.String({ description: 'Under which its issuer keeps it' })),
  day: Type.Optional(Type.String({ description: 'As the document says, else when the test was recorded' })),
  document: Type.Optional(
    Type.String({ description: 'Where the document is: an address that the recorder gave, on a site of others' }),
  ),
});
/** `found` is the result in a word: passed or failed. */
export type Paper = Frozen<Type.Static<typeof PaperSchema>>;
