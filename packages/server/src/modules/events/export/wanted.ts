/** With what exports are asked for. */
import Type from 'typebox';

const POSITION = '^(0|[1-9][0-9]{0,14})$';

export const FormatSchema = Type.Optional(
  Type.Enum(['epcis', 'xlsx'], {
    description:
      'epcis: an EPCISDocument. xlsx: an Excel workbook, a row for each unit that an event names, with headings and names of terms by Accept-Language',
  }),
);

export const BOUNDS = {
  from: Type.Optional(Type.String({ pattern: POSITION, description: 'Position of the log where the part begins' })),
  until: Type.Optional(
    Type.String({ pattern: POSITION, description: 'Where all parts end; where the log ends now if not given' }),
  ),
};

interface Bounds {
  readonly from?: string;
  readonly until?: string;
}

/** @throws nothing: the schema has read the digits */
export function boundsOf({ from = '0', until }: Bounds): { readonly from: number; readonly until: number | undefined } {
  return { from: Number(from), until: until === undefined ? undefined : Number(until) };
}
