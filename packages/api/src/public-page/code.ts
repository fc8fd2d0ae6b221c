/** What a code says by itself, and what is wrong with one that cannot be read. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { TextSchema } from './words.ts';

export const CodeNamesSchema = Type.Enum(
  [
    'class',
    'lot',
    'instance',
    'logistic',
    'asset',
    'party',
    'place',
    'document',
    'licence',
    'service',
    'pattern',
    'unknown',
  ],
  { description: 'What kind of thing the code names' },
);
export type CodeNames = Type.Static<typeof CodeNamesSchema>;

export const CodePartSchema = Type.Object({
  name: TextSchema,
  key: Type.Optional(
    Type.String({ description: "The scheme's own key, for example the GS1 application identifier `01`" }),
  ),
  value: Type.String(),
  meaning: Type.Optional(TextSchema),
  check: Type.Optional(
    Type.Enum(['right', 'wrong'], { description: 'Of its check digit; absent where the part has none' }),
  ),
});
/** `meaning` is what the value stands for: the name of a division, a kind of equipment. */
export type CodePart = Frozen<Type.Static<typeof CodePartSchema>>;

export const OtherReadingSchema = Type.Object(
  {
    name: TextSchema,
    canonical: Type.String(),
    isBroken: Type.Optional(
      Type.Boolean({ description: 'This reading is broken, so that there is nothing to look up' }),
    ),
    reasons: Type.Array(TextSchema),
  },
  { description: 'Another thing that the same text may be' },
);
export type OtherReading = Frozen<Type.Static<typeof OtherReadingSchema>>;

export const CodeSchema = Type.Object({
  given: Type.String({ description: 'As asked, save the digits of the number of a person' }),
  written: Type.Optional(
    Type.String({
      description: 'As it stands on goods and papers, `311032058202600123`, where that is not as it was asked',
    }),
  ),
  canonical: Type.Optional(Type.String({ description: 'Absent when the code cannot be read' })),
  scheme: Type.String({
    description: 'Identifier of the scheme, for example `gs1`; `unknown` where none was recognised',
  }),
  schemeName: Type.Optional(TextSchema),
  names: CodeNamesSchema,
  parts: Type.Array(CodePartSchema),
  reasons: Type.Optional(
    Type.Array(TextSchema, { description: 'Why it is taken for this; empty where the code says so itself' }),
  ),
  isUnverified: Type.Optional(Type.Boolean({ description: "The scheme's form is from memory or a second hand" })),
  others: Type.Optional(Type.Array(OtherReadingSchema, { description: 'What else it may be, the likeliest first' })),
});
export type Code = Frozen<Type.Static<typeof CodeSchema>>;

export const FaultReasonSchema = Type.Enum([
  'length',
  'alphabet',
  'check-digit',
  'date',
  'registry',
  'personal-number',
  'unreadable',
]);
export type FaultReason = Type.Static<typeof FaultReasonSchema>;

export const FaultSchema = Type.Object({
  reason: FaultReasonSchema,
  part: Type.Optional(TextSchema),
  value: Type.Optional(Type.String()),
  expected: Type.Optional(
    Type.String({ description: 'What would have been right, for example the check digit `8` or the length `14`' }),
  ),
});
/** `part` is the part at fault, where one can be told. */
export type Fault = Frozen<Type.Static<typeof FaultSchema>>;
