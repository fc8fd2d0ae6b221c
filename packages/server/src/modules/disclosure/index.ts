export type { Look } from './look.ts';
export { readChain } from './read-chain.ts';
export { type Sight, WHOLE_SIGHT } from './sight.ts';
export type { ChainShape } from './standing.ts';
