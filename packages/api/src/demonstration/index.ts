/** An installation to look around in, apart from the real one, over `/v1/operator/demonstration`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

export const DEMONSTRATION_STATES = ['none', 'starting', 'loading', 'running', 'failed'] as const;

export const DemonstrationSchema = Type.Object({
  state: Type.Unsafe<(typeof DEMONSTRATION_STATES)[number]>(
    Type.Enum([...DEMONSTRATION_STATES], {
      description:
        'none: there is none; starting, loading: it is on its way; running: it can be looked at; failed: it did not come up',
    }),
  ),
  port: Type.Optional(
    Type.Integer({ description: 'On which it answers, at the host of this installation, by plain http' }),
  ),
  loginName: Type.Optional(Type.String()),
  password: Type.Optional(Type.String({ description: 'Made for this demonstration alone' })),
});
export type Demonstration = Frozen<Type.Static<typeof DemonstrationSchema>>;
