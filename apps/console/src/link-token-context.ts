import { createContext } from 'react';

/** The token of the one-time link that was opened, in memory alone. */
export const LinkTokenContext = createContext<string | undefined>(undefined);
