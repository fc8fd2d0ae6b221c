/** What a crew may be asked, kind by kind; each kind has its work. */
import type { Actor } from '../ctx.ts';
import type { Out } from './out.ts';

/** Of each kind what is asked and what comes back beside text: values that can be handed from thread to thread. */
export type Kinds<All> = { readonly [Is in keyof All]: { readonly asked: unknown; readonly told: unknown } };

export interface Job<All extends Kinds<All>, Is extends keyof All = keyof All> {
  readonly is: Is;
  readonly asked: All[Is]['asked'];
}

export type Works<All extends Kinds<All>> = {
  readonly [Is in keyof All]: (actor: Actor, asked: All[Is]['asked'], out: Out) => Promise<All[Is]['told']>;
};
