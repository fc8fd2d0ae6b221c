/** Members that the standard leaves to others, as far as the law has everybody see them. */
import type { EventFacts, ExtensionValue } from '@suyuan/epcis';

/**
 * What of the value of such a member is open, undefined where nothing is: `ilmd` is master data of the goods, `event` a member of the
 * event itself.
 */
export type OpenPart = (head: 'ilmd' | 'event', name: string, value: ExtensionValue) => ExtensionValue | undefined;

/** Made of the packs in use by whoever starts the program: what an event is of, and so what is open of it, is theirs to say. */
export type PublicMembers = (facts: EventFacts, categories: readonly string[]) => OpenPart;

export const NO_MEMBERS: OpenPart = () => undefined;
