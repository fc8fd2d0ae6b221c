/** What a person is told of a code, and why: the verdict, its reasons, and the notices that brought it. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { MomentSchema, NameSchema, OffsetSchema, PathSchema, TextSchema } from './words.ts';

export const CodeVerdictSchema = Type.Enum(
  [
    'recalled',
    'failed',
    'expired',
    'gone',
    'part-affected',
    'ingredient-affected',
    'suspicious',
    'incomplete',
    'normal',
  ],
  { description: 'The worst first. `incomplete`: nothing was found, but not everything was looked at' },
);
export type CodeVerdict = Type.Static<typeof CodeVerdictSchema>;

export const BecauseSchema = Type.Object(
  {
    verdict: CodeVerdictSchema,
    unit: Type.String({ description: 'What was asked, what is inside it, or what it was made from' }),
    notice: Type.Optional(
      Type.String({ description: 'The event that is the notice; absent where a flaw of the history is the reason' }),
    ),
    through: Type.Enum(['self', 'lot', 'class', 'container'], {
      description: 'By which of its names the notice reached the unit',
    }),
    names: Type.String({ description: 'The code that the notice names' }),
    says: Type.String({ description: "The CBV's word for what the notice says, or the kind of flaw" }),
  },
  { description: 'One reason of a verdict, for a program' },
);
export type Because = Frozen<Type.Static<typeof BecauseSchema>>;

export const UnitLinkSchema = Type.Object({
  label: Type.String(),
  detail: Type.Optional(Type.String()),
  href: PathSchema,
});
/** Another unit, with its own page. */
export type UnitLink = Frozen<Type.Static<typeof UnitLinkSchema>>;

export const UnitRowSchema = Type.Object({
  of: Type.Optional(
    Type.String({ description: "Its product, where neither the notice's own heading nor the page says it" }),
  ),
  label: Type.String(),
  lot: Type.Optional(Type.String({ description: 'Where the units are of different lots' })),
  href: PathSchema,
});
/** One of several units of a notice, by the number that tells it apart; what they have in common the page says once. */
export type UnitRow = Frozen<Type.Static<typeof UnitRowSchema>>;

export const NoticeSchema = Type.Object({
  says: TextSchema,
  reason: Type.Optional(
    Type.String({
      description:
        'What is wrong with the goods, in the words of whoever gave the notice; on an English page those in English, where it gave any',
    }),
  ),
  level: Type.Optional(Type.String({ description: 'How grave it is, in the same words' })),
  since: MomentSchema,
  timeZoneOffset: Type.Optional(OffsetSchema),
  issuer: Type.Optional(NameSchema),
  names: Type.Optional(
    Type.Object(
      { ...UnitLinkSchema.properties, as: Type.Enum(['lot', 'class', 'container']) },
      { description: 'What it names, where that is not the code asked about, and how that concerns the code' },
    ),
  ),
  units: Type.Array(UnitRowSchema, {
    description: 'What it concerns of the code asked about: things of it, in it, or used for it',
  }),
  unitsAs: Type.Optional(Type.Enum(['instance', 'lot', 'inside', 'ingredient'])),
  more: Type.Integer({ minimum: 0, description: 'Units that are not listed' }),
});
/** A record that something is wrong; `says` is what it says of the goods, for example that they are recalled. */
export type Notice = Frozen<Type.Static<typeof NoticeSchema>>;
