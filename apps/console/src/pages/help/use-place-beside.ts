import { useState } from 'react';
import type { HelpPlace } from './help-place.ts';

/** A place that leaves the address alone; it begins at this one, `/help/record#from-a-file`. */
export function usePlaceBeside(first: string): HelpPlace {
  const [{ at, step }, setPlace] = useState({ at: first, step: 0 });
  const [words, look] = useState('');
  const [, guide, hash = ''] = /^(?:\/help\/?)?([^/#?]*)(#.*)?$/.exec(at) ?? [];
  return {
    ...{ hash, words, look, key: String(step) },
    guide: guide === '' ? undefined : guide,
    follow: (to) =>
      setPlace((before) => ({
        // A heading alone is of the guide that is read.
        at: to.startsWith('#') ? before.at.replace(/#.*$/, '') + to : to,
        step: before.step + 1,
      })),
  };
}
