import { divergedRecord } from '../src/record.js';

/** A whole record with nothing that only records of today have. */
export const someRecord = divergedRecord({
  status: 'diverged',
  reason: 'The loss is not finite.',
  preset: 'tiny',
  seed: 1,
  engine: 'tfjs-cpu',
  seconds: { data: 1, training: 2, equations: 0, forecast: 0, total: 3 },
  versions: { node: '20.0.0' },
});
