/** What codes, schemes, attributes and kinds of master data are called. */
import type { EntryBody } from '@suyuan/api';
import { masterText } from '../../i18n/master.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSchemes } from '../../manage/schemes.ts';
import { codeWords } from './code-words.ts';

interface Words {
  readonly ofCode: (code: string) => string;
  readonly ofScheme: (scheme: string) => string;
  /** One that this page has no word for is called as it is kept. */
  readonly ofAttribute: (name: string) => string;
  /** Those that it has words for first, in the order of these. */
  readonly inOrder: (names: readonly string[]) => string[];
  readonly ofKind: (kind: EntryBody['kind']) => string;
}

type Key = keyof typeof masterText.zh;

export function useWords(): Words {
  const say = useText(masterText);
  const { nameOf } = useSchemes();
  const own = (key: string): string | undefined => (isKey(key) ? say(key) : undefined);
  const ofScheme = (scheme: string): string => own(`scheme.${scheme}`) ?? nameOf(scheme);
  return {
    ofCode: (code) => codeWords(code, ofScheme),
    ofScheme,
    ofAttribute: (name) => own(`attribute.${name}`) ?? name,
    inOrder: (names) => [...names].sort((a, b) => rankOf(a) - rankOf(b)),
    ofKind: (kind) => say(kind === null ? 'kind.other' : `kind.${kind}`),
  };
}

const KEYS = Object.keys(masterText.zh);

function rankOf(attribute: string): number {
  const at = KEYS.indexOf(`attribute.${attribute}`);
  return at === -1 ? KEYS.length : at;
}

const isKey = (key: string): key is Key => Object.hasOwn(masterText.zh, key);
