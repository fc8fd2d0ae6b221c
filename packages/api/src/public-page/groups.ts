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

export const PublicMarkSchema = Type.Object({
  id: Type.String({ description: 'Of the pack and of its mark: `edible-agri/quarantined`' }),
  name: TextSchema,
  basis: Type.Object(TextSchema.properties, { description: 'The law or standard that the mark is of' }),
});
/** A statutory mark or certificate that the records speak of. */
export type PublicMark = Frozen<Type.Static<typeof PublicMarkSchema>>;
