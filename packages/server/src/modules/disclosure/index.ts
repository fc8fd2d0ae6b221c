export { cutFacts } from './cut-facts.ts';
export { readAuthorities } from './directory.ts';
export { type Look, lookAs } from './look.ts';
export { openingRoutes } from './opening-routes.ts';
export { readChain } from './read-chain.ts';
export { type Sight, WHOLE_SIGHT } from './sight.ts';
export type { ChainEvent, ChainShape } from './standing.ts';
export { standingByRecord } from './standing-by-record.ts';
