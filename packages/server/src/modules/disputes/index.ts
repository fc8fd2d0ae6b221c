export { dispute } from './dispute.ts';
export { disputeRoutes } from './routes.ts';
export type { OpenDispute } from './store-disputes.ts';
export { countDisputesAbout, selectOpenDisputes, selectRefused } from './store-disputes.ts';
export { tellDisputes } from './tell-disputes.ts';
