/** One thing that is wrong with what was sent, on the wire. */
import Type from 'typebox';

export const FindingSchema = Type.Object({
  eventIndex: Type.Optional(Type.Integer({ minimum: 0, description: 'Of the event in its document' })),
  pointer: Type.String({ description: 'RFC 6901' }),
  rule: Type.String({ description: 'Stable id of the rule that is broken' }),
  clause: Type.Optional(Type.String({ description: 'Of the standard that the rule comes from' })),
  value: Type.Optional(Type.String({ description: 'The value at fault as JSON, cut to 200 characters' })),
  message: Type.Object({ en: Type.String(), zh: Type.String() }),
});
