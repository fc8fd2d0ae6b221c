/** What an organisation has to do, over `/v1/today`. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/** `late`: it should have been done. `soon`: within the time that each kind is told beforehand. `open`: it waits, by no day. */
export const URGENCIES = ['late', 'soon', 'open'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const TASK_KINDS = [
  'clock',
  'licence',
  'draft',
  'arrival',
  'order',
  'sheet',
  'filing',
  'receipt',
  'finding',
  'partner',
  'dispute',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TaskSchema = Type.Object({
  kind: Type.Unsafe<TaskKind>(
    Type.Enum([...TASK_KINDS], {
      description:
        'clock: due by law; licence: ended or ending; draft: waits to be let in by another than who wrote it; arrival: sent by others, and not recorded as received; order: not shipped, and wanted today or before; sheet: filled in and not recorded; filing: records not handed in; receipt: handed in, and no receipt noted; finding: records that are not as they should be; partner: who asks to be one, or to join a shared space; dispute: what others say against a record, and nobody has withdrawn',
    }),
  ),
  urgency: Type.Unsafe<Urgency>(Type.Enum([...URGENCIES])),
  count: Type.Integer({ minimum: 1 }),
  day: Type.Optional(Type.String({ format: 'date', description: 'The last day of the first of them, in China' })),
  pack: Type.Optional(Type.String({ description: 'Of a clock, a filing, findings' })),
  item: Type.Optional(Type.String({ description: 'The clock or filing of the pack' })),
  name: Type.Optional(Words),
});
export type Task = Type.Static<typeof TaskSchema>;

export const TodaySchema = Type.Object({
  day: Type.String({ format: 'date', description: 'Today, in China' }),
  tasks: Type.Array(TaskSchema, { description: 'The most urgent first; none where all is done' }),
  waiting: Type.Integer({ description: 'Records that are not judged yet: what they ask for is not among the tasks' }),
});
export type Today = Type.Static<typeof TodaySchema>;
