export { type Answer, type Crew, type CrewLimits, createCrew } from './crew.ts';
export { createCrewHere } from './crew-here.ts';
export type { Works } from './kinds.ts';
export { HasLeft, type Out } from './out.ts';
export { workInThread } from './work-in-thread.ts';
