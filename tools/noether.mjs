// Runs the command line from the sources, without a build: node tools/noether.mjs discover lotka-volterra
// Ends with the exit code of the command, or with 128 and the number of the signal that killed it. A signal that came to this process alone is passed on; after
// Ctrl-C the command hears it from the terminal as well, and takes both for one key press.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
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
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      NOETHER_COMMAND: process.env.NOETHER_COMMAND ?? 'npm run noether --',
      TS_NODE_PROJECT: fileURLToPath(here('../packages/cli/tsconfig.json')),
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
