/** A picture's worth of the trace. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { PathSchema } from './words.ts';

export const ChainNodeKindSchema = Type.Enum(['lot', 'instance', 'container', 'product']);
export type ChainNodeKind = Type.Static<typeof ChainNodeKindSchema>;

export const ChainLinkKindSchema = Type.Enum(['transformation', 'containment', 'belongs']);
export type ChainLinkKind = Type.Static<typeof ChainLinkKindSchema>;

export const ChainNodeSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  detail: Type.Optional(Type.String({ description: 'A second line, for example the lot number or the holder' })),
  kind: ChainNodeKindSchema,
  level: Type.Integer({
    description: 'Layer of the picture: 0 the start, negative its sources (farther is smaller), positive where it went',
  }),
  isStart: Type.Boolean(),
  href: Type.Optional(PathSchema),
});
/** `href` is the unit's own page. */
export type ChainNode = Frozen<Type.Static<typeof ChainNodeSchema>>;

export const ChainLinkSchema = Type.Object({ from: Type.String(), to: Type.String(), kind: ChainLinkKindSchema });
export type ChainLink = Frozen<Type.Static<typeof ChainLinkSchema>>;

export const ChainSchema = Type.Object({
  nodes: Type.Array(ChainNodeSchema),
  links: Type.Array(ChainLinkSchema),
  cut: Type.Optional(Type.Integer({ minimum: 1, description: 'Nodes of the trace that are not listed' })),
});
/** Links to nodes that are not listed are left out. */
export type Chain = Frozen<Type.Static<typeof ChainSchema>>;
