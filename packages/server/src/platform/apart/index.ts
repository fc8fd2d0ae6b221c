export { type Answer, type Crew, createCrew } from './crew.ts';
export { createCrewHere } from './crew-here.ts';
export { HasLeft, type Out } from './out.ts';
export { type Work, workInThread } from './work-in-thread.ts';
