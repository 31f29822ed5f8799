import type { ProgressEvent } from '@noether/contracts';
import { nameOf, noetherVersion } from './versions.js';

/**
 * What is told of a finished result that is kept: a note, or a warning where another version of Noether made it.
 * @param path of the result
 * @param version that made it; undefined where it was not recorded
 */
export function keptEvent(path: string, version: string | undefined): ProgressEvent {
  const stage = 'report';
  const own = noetherVersion();
  if (version === own) return { kind: 'note', stage, message: `${path} was already finished` };
  const message = `${path} was already finished, by ${nameOf(version)}; this is ${nameOf(own)}. Delete it to have it made again`;
  return { kind: 'warning', stage, message };
}
