import type { RunRecord } from '@noether/contracts';
import type { ResumeOptions } from './run-types.js';

export function resumeDiscovery(out: string, _options: ResumeOptions): Promise<RunRecord> {
  return Promise.reject(new Error(out));
}
