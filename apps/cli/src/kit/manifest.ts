/** What is in a kit, for programs: each case with its files, what it breaks and what is found of it. */
import { CONFIDENCES } from '@suyuan/profiles';
import Type from 'typebox';
import { Compile } from 'typebox/compile';

const only = { additionalProperties: false } as const;
const Words = Type.Object({ zh: Type.String(), en: Type.String() }, only);
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const File = Type.Object({ file: Type.String({ description: 'Within the kit' }), sha256: Sha256 }, only);

export const FindingSchema = Type.Object(
  {
    event: Type.Integer({ minimum: 0, description: 'Its place in eventList' }),
    stage: Type.String(),
    rule: Type.String({
      description: '`element.missing`, `element.value`, `stage.code`, or the id of a rule of the pack',
    }),
    element: Type.Optional(Type.String()),
    unit: Type.Optional(Type.String({ description: 'Canonical code of one unit' })),
    effect: Type.Enum(['refuse', 'flag', 'unknown'], { description: '`unknown`: it cannot be told, which is no pass' }),
    message: Words,
    wayOut: Words,
    basis: Type.Object({ zh: Type.String(), en: Type.String() }, { ...only, description: 'The law' }),
    confidence: Type.Enum([...CONFIDENCES]),
  },
  only,
);

const InCommon = {
  id: Type.String(),
  pack: Type.String(),
  version: Type.String(),
  stage: Type.String({ description: 'Of the last event; the others are its history' }),
  document: File,
  findings: Type.Array(FindingSchema, { description: 'All that are found of the document' }),
};

const ValidSchema = Type.Object({ kind: Type.Literal('valid'), ...InCommon }, only);
const InvalidSchema = Type.Object(
  {
    kind: Type.Literal('invalid'),
    ...InCommon,
    of: Type.String({ description: 'Id of the valid case that the patch makes it of' }),
    patch: File,
    says: Type.Object({ zh: Type.String(), en: Type.String() }, { ...only, description: 'What the patch does' }),
    breaks: FindingSchema,
  },
  only,
);

export const ManifestSchema = Type.Object(
  {
    kit: Type.Literal(1, { description: 'Of this form' }),
    packs: Type.Array(
      Type.Object(
        { id: Type.String(), version: Type.String(), pack: File, valid: Type.Integer(), invalid: Type.Integer() },
        only,
      ),
    ),
    schemas: Type.Array(File),
    cases: Type.Array(Type.Union([ValidSchema, InvalidSchema])),
  },
  { ...only, $id: 'urn:suyuan:schema:kit-manifest', title: 'Manifest of a conformance kit' },
);

export type Manifest = Type.Static<typeof ManifestSchema>;
export type ManifestCase = Manifest['cases'][number];
export type ManifestFinding = Type.Static<typeof FindingSchema>;

const shape = Compile(ManifestSchema);

export function isManifest(given: unknown): given is Manifest {
  return shape.Check(given);
}
