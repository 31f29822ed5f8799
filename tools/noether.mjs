// Runs the command line from the sources, without a build: node tools/noether.mjs discover lotka-volterra
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => new URL(path, import.meta.url);
const child = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    '--conditions=@noether/source',
    '--import',
    here('ts-register.mjs').href,
    fileURLToPath(here('../packages/cli/src/main.ts')),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1' } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
child.on('close', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
