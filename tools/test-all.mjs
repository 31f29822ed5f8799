// Tests every package through Nx and ends with one line that adds the packages up.
import { spawn } from 'node:child_process';

const child = spawn(
  'npx',
  ['nx', 'run-many', '-t', 'test', '--outputStyle=static', ...process.argv.slice(2)],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NX_DAEMON: 'false' } },
);
let output = '';
child.stdout.on('data', (chunk) => {
  output += chunk;
  process.stdout.write(chunk);
});
child.on('close', (code) => {
  let passed = 0;
  let failed = 0;
  for (const match of output.matchAll(/^@noether\/[\w-]+: (\d+) passed, (\d+) failed$/gm)) {
    passed += Number(match[1]);
    failed += Number(match[2]);
  }
  if (code !== 0 && failed === 0) failed = 1;
  if (passed === 0 && failed === 0) failed = 1;
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
});
