/** The JSON of a backup: what each frame says. */
import Type, { type Static, type TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { type Frame, type FrameKind, malformed } from './archive/frames.ts';
import { BackupRefused } from './refusal.ts';

/** Of what is inside the envelope. Another one has other frames, or other things in them. */
export const CONTENT_VERSION = 1;

const Version = Type.Object({ version: Type.Integer() });

/** The first frame. */
export const Manifest = Type.Object({
  version: Type.Literal(CONTENT_VERSION),
  createdAt: Type.String(),
  /** In order; the rows are those of tables as the last one leaves them. */
  migrations: Type.Array(Type.Object({ name: Type.String(), checksum: Type.String() }), { minItems: 1 }),
  /** The log at that moment: leaves, the hash of the tree over them, blocks that waited for the sequencer. */
  log: Type.Object({ size: Type.Integer(), root: Type.String(), pendingBatches: Type.Integer() }),
  tables: Type.Array(
    Type.Object({ schema: Type.String(), name: Type.String(), columns: Type.Array(Type.String(), { minItems: 1 }) }),
  ),
});
export type Manifest = Static<typeof Manifest>;

/** `schema.name`, before its rows. */
export const TableStart = Type.Object({ table: Type.String() });
/** After them: how many, and the SHA-256 of their text. */
export const TableEnd = Type.Object({ rows: Type.Integer(), sha256: Type.String() });

export const Sequences = Type.Array(
  Type.Object({ schema: Type.String(), name: Type.String(), value: Type.String(), isCalled: Type.Boolean() }),
);

/** A file of the key folder, its path below that with `/`. */
export const FileStart = Type.Object({ file: Type.String(), mode: Type.Integer() });
export const FileEnd = Type.Object({ bytes: Type.Integer(), sha256: Type.String() });

/** The last frame. */
export const End = Type.Object({ tables: Type.Integer(), rows: Type.Integer(), files: Type.Integer() });
export type End = Static<typeof End>;

/** The value of a frame. @throws BackupRefused where it is another frame, or says something else */
export function readJson<Schema extends TSchema>(
  frame: Frame | undefined,
  kind: FrameKind,
  schema: Schema,
): Static<Schema> {
  if (frame?.kind !== kind) throw malformed();
  const value = parse(frame.payload);
  if (!Check(schema, value)) throw malformed();
  return value;
}

/** @throws BackupRefused also where the contents are of another version */
export function readManifest(frame: Frame | undefined): Manifest {
  const { version } = readJson(frame, 'manifest', Version);
  if (version === CONTENT_VERSION) return readJson(frame, 'manifest', Manifest);
  throw new BackupRefused(
    'format',
    `备份内容版本 ${version} 不受支持（本程序为 ${CONTENT_VERSION}），请升级程序 · ` +
      `the contents have version ${version}, this program reads ${CONTENT_VERSION}; update the program`,
  );
}

function parse(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    throw malformed();
  }
}
