import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const launcher = fileURLToPath(new URL('../noether.mjs', import.meta.url));

/** The exit code of the launcher when the command does `what` as soon as its process has begun. */
function codeAfter(what) {
  // Double quotes would end in NODE_OPTIONS.
  const inCommand = `process.execArgv.includes('--conditions=@noether/source')`;
  const script = `data:text/javascript,if(${inCommand}){${what}}`;
  const child = spawn(process.execPath, [launcher, '--version'], {
    env: { ...process.env, NODE_OPTIONS: `--import=${script}` },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.on('close', resolve));
}

test('the launcher ends as the command does: 130 is for Ctrl-C only', async () => {
  for (const [what, code] of [
    ['process.exit(7)', 7],
    [`process.kill(process.pid,'SIGINT')`, 130],
    [`process.kill(process.pid,'SIGTERM')`, 143],
    [`process.kill(process.pid,'SIGKILL')`, 137],
  ]) {
    assert.is(await codeAfter(what), code, what);
  }
});

test.run();
