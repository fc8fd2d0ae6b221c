/** The tables that hold what was captured, for tests that empty them. */
export const STORE_TABLES = [
  ...[
    'events.received',
    'events.event',
    'events.record',
    'events.block',
    'events.touch',
    'events.capture_job',
    'registry.version',
    'registry.identifier',
  ],
  ...['integrity.pending', 'integrity.log'],
].join(', ');
