/** The examples of the packs that come with the program: events in order and not in order, with what is found of them. */
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import edibleAgri from './edible-agri/examples.json' with { type: 'json' };
import food from './food/examples.json' with { type: 'json' };
import specialEquipment from './special-equipment/examples.json' with { type: 'json' };

const EventSchema = Type.Record(Type.String(), Type.Unknown());

const ExampleSchema = Type.Object({
  name: Type.String(),
  event: EventSchema,
  history: Type.Optional(Type.Array(EventSchema, { description: 'Events of the same units, in their order' })),
  known: Type.Optional(Type.Object({}, { description: 'What no event says, as the kind of organisation' })),
  expected: Type.Array(Type.String(), { description: '`rule effect`, or `element.missing element effect`' }),
});

const ExamplesSchema = Type.Object({
  context: Type.Record(Type.String(), Type.String()),
  stages: Type.Record(Type.String(), Type.Array(ExampleSchema)),
});

export type Example = Type.Static<typeof ExampleSchema>;
export type Examples = Type.Static<typeof ExamplesSchema>;

const shape = Compile(ExamplesSchema);

/** By the id of the pack. */
export function examplesOfPacks(): ReadonlyMap<string, Examples> {
  const given: readonly (readonly [string, unknown])[] = [
    ['edible-agri', edibleAgri],
    ['food', food],
    ['special-equipment', specialEquipment],
  ];
  return new Map(given.map(([id, examples]) => [id, shape.Parse(examples)]));
}
