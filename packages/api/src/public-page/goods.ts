/** The goods and who answers for them: product, party, whom to ask, what a person checks against the package. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { NameSchema, PathSchema, TextSchema } from './words.ts';

export const ProductSchema = Type.Object({
  name: Type.Optional(NameSchema),
  gtin: Type.Optional(Type.String()),
  brand: Type.Optional(NameSchema),
  category: Type.Optional(NameSchema),
  specification: Type.Optional(NameSchema),
  picture: Type.Optional(
    Type.Object(
      { href: PathSchema, width: Type.Integer({ minimum: 1 }), height: Type.Integer({ minimum: 1 }) },
      { description: 'What it looks like, as who made it or recorded it shows; sides in pixels' },
    ),
  ),
});
/** `specification` is the net content or the like, for example `900 g`. */
export type Product = Frozen<Type.Static<typeof ProductSchema>>;

const Telephone = Type.String({ description: 'As its owner recorded it' });

export const PartySchema = Type.Object({
  code: Type.String(),
  name: Type.Optional(NameSchema),
  address: Type.Optional(NameSchema),
  telephone: Type.Optional(Telephone),
});
export type Party = Frozen<Type.Static<typeof PartySchema>>;

export const ContactSchema = Type.Object({
  as: Type.Enum(['issuer', 'maker', 'product'], {
    description: "Who gave the notice, who made the goods, whom the product's master data names",
  }),
  name: NameSchema,
  telephone: Type.Optional(Telephone),
});
/** Whom to ask about goods, and as what. */
export type Contact = Frozen<Type.Static<typeof ContactSchema>>;

export const FactSchema = Type.Object({
  label: TextSchema,
  value: Type.String(),
  found: Type.Optional(TextSchema),
  status: Type.Optional(
    Type.Enum(['good', 'bad'], {
      description: 'Absent where it is nothing to judge by, as on a page that warns',
    }),
  ),
});
/** `found` is what was found, in a word: a test passed or failed; `status` is whether that is well. */
export type Fact = Frozen<Type.Static<typeof FactSchema>>;
