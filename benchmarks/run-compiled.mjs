// A JavaScript file of benchmarks/ as a process of its own, on the compiled packages.
import { execFileSync } from 'node:child_process';
import { here } from './run-typescript.mjs';

/** What `file` prints last, a line of JSON. */
export function runCompiled(file, options = []) {
  const output = execFileSync(process.execPath, [here(file), ...options], { cwd: here('.') });
  return JSON.parse(output.toString().trim().split('\n').at(-1));
}
