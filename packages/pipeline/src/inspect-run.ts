import type { RunInspection } from './run-types.js';

export function inspectRun(_out: string): Promise<RunInspection> {
  return Promise.resolve({ kind: 'none' });
}
