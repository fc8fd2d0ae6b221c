/** Records that people send as an Excel workbook or a CSV, over `/v1/imports`. */
import Type from 'typebox';
import type { Frozen } from './frozen.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Time = Type.String({ format: 'date-time' });
const Count = Type.Integer({ minimum: 0 });
const IdOfStage = Type.String({ minLength: 1, maxLength: 60 });
const only = { additionalProperties: false } as const;

/** Every part but the last one has this many bytes. */
export const IMPORT_PART_BYTES = 1024 * 1024;
const IMPORT_PARTS_MAX = 200;

export const IMPORT_STATES = ['uploading', 'checking', 'checked', 'recording', 'recorded', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const NewImportSchema = Type.Object(
  {
    pack: IdOfStage,
    stage: IdOfStage,
    name: Type.String({ minLength: 1, maxLength: 255, description: 'Of the file' }),
    bytes: Type.Integer({ minimum: 1, maximum: IMPORT_PART_BYTES * IMPORT_PARTS_MAX }),
  },
  only,
);
export type NewImport = Frozen<Type.Static<typeof NewImportSchema>>;

export const ImportSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  ...NewImportSchema.properties,
  stageName: Words,
  state: Type.Unsafe<ImportState>(Type.Enum([...IMPORT_STATES])),
  sheet: Type.Optional(Type.String({ description: 'Of the workbook, in which the rows are' })),
  rows: Count,
  good: Type.Integer({ description: 'Rows that can be recorded' }),
  faulty: Type.Integer({ description: 'Rows of which no record can be made' }),
  handled: Type.Integer({ description: 'Rows done so far, while it is recorded' }),
  recorded: Type.Integer({ description: 'Of these, those that are recorded; also those that were before' }),
  refused: Type.Integer({ description: 'Of these, those that the rules forbid' }),
  problem: Type.Optional(Type.Object({ code: Type.String(), message: Words }, { description: 'Why it failed' })),
  madeBy: Type.Optional(Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String() })),
  madeAt: Time,
  changedAt: Time,
});
export type ImportBody = Frozen<Type.Static<typeof ImportSchema>>;

export const ImportsSchema = Type.Object({
  imports: Type.Array(ImportSchema, { description: 'The newest first' }),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type Imports = Frozen<Type.Static<typeof ImportsSchema>>;

const ImportFaultSchema = Type.Object({
  row: Type.Integer({ description: 'As Excel counts; in a CSV the records are counted' }),
  cell: Type.Optional(Type.String({ description: 'As Excel writes it, B7; not given of a row as a whole' })),
  column: Type.Optional(Words),
  message: Words,
});
export type ImportFault = Frozen<Type.Static<typeof ImportFaultSchema>>;

export const ImportWholeSchema = Type.Object({
  ...ImportSchema.properties,
  missing: Type.Array(Type.Integer(), { description: 'Numbers of the parts that have not come yet, from 1' }),
  hasFile: Type.Boolean({ description: 'False once the file was taken away' }),
  faults: Type.Array(ImportFaultSchema, { description: 'The first of them: what is no record, then what was refused' }),
});
export type ImportWhole = Frozen<Type.Static<typeof ImportWholeSchema>>;
