import { createContext, useContext } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';

/** Where in the help one is. */
export interface HelpPlace {
  /** None in the list. */
  readonly guide: string | undefined;
  /** The heading, as in an address: `#from-a-file`, or nothing. */
  readonly hash: string;
  /** Another one each time that a link is followed. */
  readonly key: string;
  /** What is looked for, as typed. */
  readonly words: string;
  readonly look: (words: string) => void;
  /** Follows a link of the help, where it stands beside a page: the address stays that of the page. */
  readonly follow: ((to: string) => void) | undefined;
}

export const HelpPlaceContext = createContext<HelpPlace | undefined>(undefined);

export function useHelpPlace(): HelpPlace {
  const place = useContext(HelpPlaceContext);
  if (place === undefined) throw new Error('no place in the help');
  return place;
}

/** Of the page of help: all of it is in the address, so that one comes back to it. */
export function usePlaceOfAddress(): HelpPlace {
  const { guide } = useParams();
  const { hash, key } = useLocation();
  const [search, setSearch] = useSearchParams();
  return {
    ...{ guide, hash, key, words: search.get('q') ?? '', follow: undefined },
    look: (words) => setSearch(words === '' ? {} : { q: words }, { replace: true }),
  };
}
