/** Pictures of products, over `/v1/registry/entries/{code}/picture`: one of each organisation and product, seen by everybody. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

/** Of the file: five seconds at 64 kbit/s. */
export const PICTURE_BYTES_MAX = 40_000;
/** In pixels; a page shows at most 320. */
export const PICTURE_SIDE_MAX = 1_024;
export const PICTURE_SIDE_SHOWN = 320;

const Side = Type.Integer({ minimum: 1, maximum: PICTURE_SIDE_MAX, description: 'In pixels' });

export const PictureSchema = Type.Object({
  href: Type.String({ description: 'A path of this site; another picture has another' }),
  type: Type.Enum(['image/png', 'image/jpeg', 'image/webp']),
  width: Side,
  height: Side,
  setAt: Type.String({ format: 'date-time' }),
});
export type Picture = Frozen<Type.Static<typeof PictureSchema>>;

export const OwnPictureSchema = Type.Object({
  picture: Type.Union([PictureSchema, Type.Null()], { description: 'null: there is none' }),
});
export type OwnPicture = Frozen<Type.Static<typeof OwnPictureSchema>>;

export const NewPictureSchema = Type.Object(
  {
    bytes: Type.String({
      minLength: 1,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      description:
        'A file of PNG, JPEG or WebP in base64: at most 40,000 bytes and 1,024 pixels each way. It is kept as it is',
    }),
  },
  { additionalProperties: false },
);
export type NewPicture = Frozen<Type.Static<typeof NewPictureSchema>>;
