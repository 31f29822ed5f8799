// Tests every package through Nx and ends with one line that adds the packages up. Without arguments
// each package of the workspace has to report; arguments go to Nx (`npm test -- -p sindy,forecast`).
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { workspacePackages } from './workspace-packages.mjs';

const args = process.argv.slice(2);
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
  const reported = new Set();
  let passed = 0;
  let failed = 0;
  for (const match of output.matchAll(/^(@noether\/[\w-]+): (\d+) passed, (\d+) failed$/gm)) {
    reported.add(match[1]);
    passed += Number(match[2]);
    failed += Number(match[3]);
  }
  const expected =
    args.length > 0 ? [] : [...workspacePackages().map(({ name }) => name), '@noether/tools'];
  for (const name of expected.filter((name) => !reported.has(name))) {
    console.log(`test-all: ${name} did not report its tests`);
    failed += 1;
  }
  if (failed === 0 && (code !== 0 || passed === 0)) failed = 1;
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
});
