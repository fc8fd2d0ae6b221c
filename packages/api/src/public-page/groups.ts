/** What the law of a category has everybody see of the goods, in its groups. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { FactSchema } from './goods.ts';
import { TextSchema } from './words.ts';

export const PublicGroupSchema = Type.Object({
  id: Type.String({ description: 'Of the pack and of its group: `food/maker`' }),
  name: TextSchema,
  basis: Type.Object(TextSchema.properties, { description: 'The law or standard that has it shown' }),
  rows: Type.Array(FactSchema, { minItems: 1 }),
});
/** A row of a group is not among the facts again. */
export type PublicGroup = Frozen<Type.Static<typeof PublicGroupSchema>>;
