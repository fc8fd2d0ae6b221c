/** What an owner opens further than the defaults, over `/v1/openings`. */
import Type from 'typebox';
import { IdSchema, TimeSchema } from '../account/session.ts';
import type { Frozen } from '../frozen.ts';
import { LEVELS, type Level } from './levels.ts';
import { DATA_ELEMENT_NAMES, type DataElement } from './master-elements.ts';

const ElementSchema = Type.Unsafe<DataElement | '*'>(
  Type.Enum(['*', ...DATA_ELEMENT_NAMES], { description: 'Of events, or of master data (`master…`); `*` all of both' }),
);
const OpenedLevelSchema = Type.Unsafe<Level>(
  Type.Enum(
    LEVELS.filter((level) => level !== 'owner'),
    { description: 'The widest circle that it is opened to' },
  ),
);
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/** Either to a level or to one partner. */
export const NewOpeningSchema = Type.Object(
  {
    elements: Type.Array(ElementSchema, { minItems: 1, maxItems: DATA_ELEMENT_NAMES.length, uniqueItems: true }),
    product: Type.Optional(
      Type.String({ minLength: 1, maxLength: 500, description: 'Code of a product; of all goods if not given' }),
    ),
    level: Type.Optional(OpenedLevelSchema),
    partner: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Code or ID of an organisation' })),
    from: Type.Optional(TimeSchema),
    until: Type.Optional(TimeSchema),
    note: Type.Optional(text(200)),
  },
  { additionalProperties: false },
);
export type NewOpeningBody = Frozen<Type.Static<typeof NewOpeningSchema>>;

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const OpeningsSchema = Type.Object({
  openings: Type.Array(
    Type.Object({
      id: IdSchema,
      element: ElementSchema,
      product: orNull(Type.String()),
      level: orNull(OpenedLevelSchema),
      partner: orNull(Type.Object({ id: IdSchema, name: orNull(Type.String()) })),
      from: TimeSchema,
      until: orNull(TimeSchema),
      note: orNull(Type.String()),
      createdAt: TimeSchema,
    }),
  ),
});
export type OpeningsBody = Frozen<Type.Static<typeof OpeningsSchema>>;
