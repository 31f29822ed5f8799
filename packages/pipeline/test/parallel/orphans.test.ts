import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('processes end when the one that began them is killed', async () => {
  const script = fileURLToPath(new URL('orphan-parent.ts', import.meta.url));
  const parent = spawn(process.execPath, [...process.execArgv, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pids: number[] = [];
  let rest = '';
  for await (const text of parent.stdout.setEncoding('utf8')) {
    rest += String(text);
    pids.splice(0, Infinity, ...rest.split('\n').slice(0, -1).map(Number));
    if (pids.length === 2 && parent.exitCode === null) {
      assert.ok(pids.every(lives));
      parent.kill('SIGKILL');
    }
  }
  assert.is(pids.length, 2);
  while (pids.some(lives)) await setTimeout(20);
});

test.run();
