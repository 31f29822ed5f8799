// A TypeScript file of benchmarks/ as a process of its own, on the packages' sources.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const loader = ['--conditions=@noether/source', '--import', here('../tools/ts-register.mjs')];

/** For our processes and the peers'. */
export const environment = {
  ...process.env,
  NODE_NO_WARNINGS: '1',
  TS_NODE_PROJECT: here('tsconfig.json'),
};
// An older kernel named by the environment would slow the peer down.
delete environment.OPENBLAS_CORETYPE;
delete environment.OPENBLAS_L2_SIZE;

/** What `file` prints last, a line of JSON. */
export function runTypescript(file, options = []) {
  const output = execFileSync(process.execPath, [...loader, here(file), ...options], {
    env: environment,
    cwd: here('.'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output.toString().trim().split('\n').at(-1));
}
