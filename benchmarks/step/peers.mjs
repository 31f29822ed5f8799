// What our training step is timed against: PyTorch, and tfjs on its own back-ends.
import { execFileSync, spawnSync } from 'node:child_process';
import { machine } from '../machine.mjs';
import { environment, here, runTypescript } from '../run-typescript.mjs';

/**
 * @typedef {object} Timing  Milliseconds of a step, its peak resident memory, and who ran it.
 * @property {number} medianMs
 * @property {number} minMs
 * @property {number} peakMb
 * @property {string} version
 * @typedef {object} Peer
 * @property {string} name
 * @property {(configuration: object, index: number) => Timing} time  throws an Error that says why not
 */

/** Ours on an engine of `selectEngine`; also the way to tfjs. */
export function ourPeer(engine, { steps, seconds }, name = engine) {
  const time = (_, index) => {
    const options = [String(index), engine, steps, seconds];
    const { engine: version, ...timing } = runTypescript('step/time-step.ts', options);
    return { ...timing, version };
  };
  return { name, time };
}

/** tfjs on `wasm`, `cpu` or, where one of its packages is installed, `tensorflow`. */
export function tfjsPeer(backend, limits) {
  return ourPeer(`tfjs-${backend}`, limits, `tfjs ${backend}`);
}

/** PyTorch of a Python, or nothing where it has none. */
export function torchPeer(python, { steps, seconds }) {
  const { status } = spawnSync(python, ['-c', 'import torch'], { env: environment });
  if (status !== 0) return undefined;
  const time = ({ peer, width, hidden, batch }) => {
    const output = execFileSync(
      python,
      [
        here('peers/torch_step.py'),
        ...['--config', peer, '--hidden', String(width), '--layers', String(hidden)],
        ...['--batch', String(batch), '--threads', String(machine.threads)],
        ...['--steps', steps, '--seconds', seconds],
      ],
      { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const found = JSON.parse(output.toString());
    return {
      medianMs: found.median_ms,
      minMs: found.min_ms,
      peakMb: found.peak_mb,
      steps: found.steps,
      version: `PyTorch ${found.torch}`,
    };
  };
  return { name: 'PyTorch', time };
}
