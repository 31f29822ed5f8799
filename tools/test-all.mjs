// Tests every package through Nx and ends with one line that adds the packages up. Without arguments
// each package of the workspace has to report; arguments go to Nx (`npm test -- -p sindy,forecast`).
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { sumReports } from './sum-reports.mjs';
import { workspacePackages } from './workspace-packages.mjs';

const args = process.argv.slice(2);
const all = [...workspacePackages().map(({ name }) => name), '@noether/tools'];
const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
const child = spawn(
  process.execPath,
  [nx, 'run-many', '-t', 'test', '--outputStyle=static', ...args],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NX_DAEMON: 'false' } },
);
let output = '';
child.stdout.setEncoding('utf8').on('data', (chunk) => {
  output += chunk;
  process.stdout.write(chunk);
});
child.on('close', (code) => {
  const { passed, failed, missing } = sumReports(output, args.length > 0 ? [] : all);
  for (const name of missing) console.log(`test-all: ${name} did not report its tests`);
  const faults = failed + missing.length;
  const total = faults === 0 && (code !== 0 || passed === 0) ? 1 : faults;
  console.log(`${passed} passed, ${total} failed`);
  process.exit(total > 0 ? 1 : 0);
});
