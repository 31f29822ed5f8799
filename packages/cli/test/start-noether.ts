import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ended } from './run-noether.js';

const launcher = fileURLToPath(new URL('../../../tools/noether.mjs', import.meta.url));

/**
 * Runs the real command in a folder, in a process of its own, which takes seconds to start.
 * @param onOutput hears all of stdout so far whenever there is more of it; `interrupt` is Ctrl-C
 */
export function startNoether(
  folder: string,
  args: readonly string[],
  onOutput: (stdout: string, interrupt: () => void) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd: folder,
    env: { ...process.env, NOETHER_COMMAND: 'noether', NOETHER_ENGINE: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // A terminal sends Ctrl-C to the whole group: to the launcher and to the command.
  const interrupt = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  };
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput(stdout, interrupt);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
