import { ENTRY_KINDS, type VersionBody } from '@suyuan/api';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { useWords } from './use-words.ts';
import { valueText } from './value-text.ts';

type Change = VersionBody['changes'][number];

/** A hook that says one change of a version in words. */
export function useChangeText(): (change: Change) => string {
  const say = useText(masterText);
  const words = useWords();
  const nameOf = ({ what, name }: Change): string => {
    if (what === 'attribute') return words.ofAttribute(name);
    return what === 'identifier' ? words.ofScheme(name) : say(what);
  };
  const textOf = (what: Change['what'], value: unknown): string => {
    if (what === 'kind') return words.ofKind(ENTRY_KINDS.find((kind) => kind === value) ?? null);
    return what === 'part' ? words.ofCode(valueText(value)) : valueText(value);
  };
  return (change) => {
    const [before, after] = [textOf(change.what, change.before), textOf(change.what, change.after)];
    const isKind = change.what === 'kind';
    if (change.before === null && !isKind) return say('change.set', { name: nameOf(change), after });
    if (change.after === null && !isKind) return say('change.removed', { name: nameOf(change), before });
    return say('change.changed', { name: nameOf(change), before, after });
  };
}
