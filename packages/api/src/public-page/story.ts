/** The same records as a story of a few stages, which a person reads in half a minute. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { MomentSchema, NameSchema, OffsetSchema, TextSchema } from './words.ts';

export const STORY_KINDS = [
  'origin',
  'processing',
  'making',
  'installing',
  'testing',
  'repairing',
  'care',
  'moving',
  'using',
  'selling',
  'other',
  'withdrawn',
] as const;

export const StoryPlaceSchema = Type.Object({
  code: Type.String(),
  name: Type.Optional(NameSchema),
  town: Type.Optional(NameSchema),
});
export type StoryPlace = Frozen<Type.Static<typeof StoryPlaceSchema>>;

const when = { from: MomentSchema, until: MomentSchema, timeZoneOffset: OffsetSchema, untilOffset: OffsetSchema };

export const StoryRecordSchema = Type.Object({
  step: TextSchema,
  place: Type.Optional(StoryPlaceSchema),
  count: Type.Integer({ minimum: 1 }),
  ...when,
  declaredInError: Type.Optional(Type.Boolean()),
  disputed: Type.Optional(Type.Boolean()),
});
/** Records of one step at one place. */
export type StoryRecord = Frozen<Type.Static<typeof StoryRecordSchema>>;

export const StoryStageSchema = Type.Object({
  kind: Type.Enum([...STORY_KINDS]),
  title: TextSchema,
  sentence: TextSchema,
  places: Type.Array(StoryPlaceSchema, { description: 'Those that the most records speak of' }),
  morePlaces: Type.Optional(Type.Integer({ minimum: 1 })),
  ...when,
  count: Type.Integer({ minimum: 1, description: 'Records of the stage' }),
  records: Type.Array(StoryRecordSchema),
  moreRecords: Type.Optional(Type.Integer({ minimum: 1, description: 'Records of the stage that are not listed' })),
});
/** `timeZoneOffset` is that of the place where the stage began, `untilOffset` where it ended. */
export type StoryStage = Frozen<Type.Static<typeof StoryStageSchema>>;

export const FlowBoxSchema = Type.Object({
  as: Type.Enum(['source', 'start', 'later', 'place']),
  names: Type.Array(NameSchema, { description: 'Of products, or of places' }),
  moreNames: Type.Optional(Type.Integer({ minimum: 1 })),
  counts: Type.Object({
    lots: Type.Integer({ minimum: 0 }),
    items: Type.Integer({ minimum: 0 }),
    packs: Type.Integer({ minimum: 0 }),
    places: Type.Integer({ minimum: 0 }),
  }),
  pieces: Type.Optional(
    Type.Object(TextSchema.properties, { description: 'The items with what people call one, as in 48 cans' }),
  ),
  at: Type.Optional(Type.Array(NameSchema, { description: 'Where these were made' })),
});
/** What is alike in the chain, in one box. */
export type FlowBox = Frozen<Type.Static<typeof FlowBoxSchema>>;

export const StorySchema = Type.Object({
  summary: Type.Optional(
    Type.Object(TextSchema.properties, { description: 'What it is, of a thing without a name of its own' }),
  ),
  stages: Type.Array(StoryStageSchema, { maxItems: 7, description: 'In order' }),
  flow: Type.Array(FlowBoxSchema, { maxItems: 7, description: 'The chain in a few boxes, from its sources on' }),
  ingredients: Type.Optional(
    Type.Array(NameSchema, { description: 'Of a lot: products that the records say it was made from' }),
  ),
  regions: Type.Optional(
    Type.Array(Type.Object({ name: NameSchema, places: Type.Integer({ minimum: 1 }) }), {
      description: 'Of a lot: where it went, and to how many places there',
    }),
  ),
});
export type Story = Frozen<Type.Static<typeof StorySchema>>;
