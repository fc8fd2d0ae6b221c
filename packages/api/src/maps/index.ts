/** The map of an operator: drawn and approved by others, given to the installation, and coloured by provinces. */
import Type from 'typebox';

/** What a map is drawn with; what has no shape of its own stands around others. */
export const MAP_SHAPES = ['path', 'polygon', 'polyline', 'rect', 'circle', 'ellipse', 'line'] as const;
const MAP_TAGS = ['svg', 'g', 'text', 'tspan', ...MAP_SHAPES] as const;
export type MapTag = (typeof MAP_TAGS)[number];

/** An element of the map, of those and with those attributes alone that were found harmless. */
export interface MapElement {
  readonly tag: MapTag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MapElement | string)[];
}

/** Of the file itself. */
export const MAP_BYTES_MAX = 2 * 1024 * 1024;

const Drawing = Type.Unsafe<MapElement>(
  Type.Object(
    {},
    { additionalProperties: true, description: 'Element of SVG: `tag`, `attributes`, `children` (elements and texts)' },
  ),
);

const Head = {
  number: Type.String({ description: 'Approval number of the map, its brackets of full width' }),
  maker: Type.String(),
};

export const MapSchema = Type.Object({
  map: Type.Union([Type.Object({ ...Head, drawing: Drawing }), Type.Null()], { description: 'null: there is none' }),
});
export type MapBody = Type.Static<typeof MapSchema>;
export type ApprovedMap = NonNullable<MapBody['map']>;

const Svg = Type.String({ minLength: 1, maxLength: MAP_BYTES_MAX, description: 'The file, at most 2 MiB of UTF-8' });
export const CheckMapSchema = Type.Object({ svg: Svg }, { additionalProperties: false });
export const CheckedMapSchema = Type.Object({ drawing: Drawing });
export type CheckedMap = Type.Static<typeof CheckedMapSchema>;

export const NewMapSchema = Type.Object(
  {
    number: Type.String({ minLength: 1, maxLength: 40, description: 'Approval number of the map, as it is printed' }),
    maker: Type.String({ minLength: 1, maxLength: 100, description: 'Who made it' }),
    svg: Svg,
  },
  { additionalProperties: false },
);
export type NewMap = Type.Static<typeof NewMapSchema>;

export const OperatedMapSchema = Type.Object({
  map: Type.Union([
    Type.Object({
      ...Head,
      setAt: Type.String({ format: 'date-time' }),
      setBy: Type.Union([Type.String(), Type.Null()]),
      drawing: Drawing,
    }),
    Type.Null(),
  ]),
});
export type OperatedMap = Type.Static<typeof OperatedMapSchema>;
