import type { GoldenCheck } from './golden-check.js';
import { libraryChecks } from './libraries.js';

/** Every comparison with the golden files of pysindy, in the order of the files. */
export function allChecks(): GoldenCheck[] {
  return [...libraryChecks()];
}
